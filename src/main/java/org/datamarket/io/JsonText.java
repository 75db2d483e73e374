package org.datamarket.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** JSON that people give to the program, read token by token within limits. */
public final class JsonText {
  /** Levels of nesting, at most. */
  public static final int DEEPEST = 1_000;

  /** Characters of a number, at most. */
  public static final int LONGEST_NUMBER = 1_000;

  /** Characters of a key, at most. */
  public static final int LONGEST_KEY = 50_000;

  /** Characters of a text, at most. */
  public static final int LONGEST_TEXT = 20_000_000;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(LONGEST_KEY)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private JsonText() {}

  /**
   * A parser of one value after the other, which refuses a key that stands twice in an object and
   * whatever is beyond the limits.
   *
   * @throws IOException if the source cannot be read
   */
  public static JsonParser parser(Reader source) throws IOException {
    return JSON.createParser(withoutMark(new BufferedReader(source)));
  }

  /** What follows the byte order mark that some programs put before UTF-8. */
  private static Reader withoutMark(BufferedReader source) throws IOException {
    source.mark(1);
    if (source.read() != '\uFEFF') {
      source.reset();
    }
    return source;
  }
}
