package org.datamarket.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** JSON as the files have it: indented by two, line feeds, numbers as short as they can be. */
public final class Json {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** An object, with a line feed at its end. */
  public static String text(Map<String, Object> object) {
    try {
      return WRITER.writeValueAsString(object) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values have no cause to fail", impossible);
    }
  }

  /** A value as JSON can have it: null for what is not a finite number, and no signed zero. */
  public static Object finite(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? (Object) (number + 0.0) : null;
    }
    return value;
  }
}
