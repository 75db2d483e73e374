package org.datamarket.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON: files indented by two, with line feeds, or lines; numbers as short as they can be. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** An object, with a line feed at its end. */
  public static String text(Map<String, Object> object) {
    return written(object);
  }

  private static String written(Object object) {
    try {
      return WRITER.writeValueAsString(object) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values have no cause to fail", impossible);
    }
  }

  /** An object in one line, without a line feed at its end. */
  public static String line(Map<String, Object> object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values have no cause to fail", impossible);
    }
  }

  /** An object, with a line feed at its end. */
  public static String text(ObjectNode object) {
    return written(object);
  }

  /** A record as an object: its components, in order. */
  public static ObjectNode object(Record record) {
    return MAPPER.valueToTree(record);
  }

  /** A value as JSON can have it: null for what is not a finite number, and no signed zero. */
  public static Object finite(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? (Object) (number + 0.0) : null;
    }
    return value;
  }
}
