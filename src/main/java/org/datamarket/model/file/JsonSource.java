package org.datamarket.model.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.io.JsonText;

/** JSON objects one after the other, read token by token, and the mistakes in them. */
final class JsonSource implements AutoCloseable {
  private static final int LONGEST_REASON = 200;

  private final String label;
  private final JsonParser parser;

  private JsonSource(String label, JsonParser parser) {
    this.label = label;
    this.parser = parser;
  }

  /** Opens a source; {@code label} is what messages call it. */
  static JsonSource open(String label, Reader source) throws IOException {
    return new JsonSource(label, JsonText.parser(source));
  }

  /** What reads a part of the source. */
  @FunctionalInterface
  interface Part<T> {
    /**
     * @throws JsonProcessingException if it is no JSON
     * @throws Mistake if it is not what was expected
     */
    T read() throws IOException;
  }

  /**
   * Reads a part.
   *
   * @throws UserMistake if it is no JSON, or not what was expected
   */
  <T> T read(Part<T> part) throws UserMistake, IOException {
    try {
      return part.read();
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * Whether there is one more object.
   *
   * @param holding what it holds, for messages
   * @throws UserMistake if what follows is no object
   */
  boolean hasNext(String holding) throws UserMistake, IOException {
    return read(
        () -> {
          JsonToken token = parser.nextToken();
          if (token != null && token != JsonToken.START_OBJECT) {
            throw mistake("expected an object with %s, not %s".formatted(holding, shown()));
          }
          return token != null;
        });
  }

  /** The parser, on the token that was read last. */
  JsonParser parser() {
    return parser;
  }

  /** Where the token stands that was read last. */
  Position position() {
    return position(parser.currentTokenLocation());
  }

  /** The token that was read last, in words. */
  String shown() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the end of the file";
    }
    return switch (token) {
      case START_ARRAY -> "a list";
      case START_OBJECT -> "an object";
      case VALUE_STRING -> Words.quoted(parser.getText());
      default -> Words.shortened(parser.getText());
    };
  }

  /** A mistake at the token that was read last. */
  Mistake mistake(String what) {
    return new Mistake(position(), what);
  }

  /** The value that begins with the token that was read last. */
  Node node() throws IOException {
    Position start = position();
    switch (parser.currentToken()) {
      case START_OBJECT:
        List<Node.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          Position key = position();
          String name = parser.currentName();
          parser.nextToken();
          entries.add(new Node.Entry(key, name, node()));
        }
        return new Node.Mapping(start, entries);
      case START_ARRAY:
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node());
        }
        return new Node.Sequence(start, items);
      default:
        boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
        return new Node.Scalar(start, parser.getText(), text);
    }
  }

  private UserMistake malformed(JsonProcessingException malformed) {
    JsonLocation known = malformed.getLocation();
    Position where = position(known == null ? parser.currentLocation() : known);
    String reason =
        malformed instanceof StreamConstraintsException
            ? beyondLimits()
            : "is no JSON: " + cut(malformed.getOriginalMessage());
    return new UserMistake(new Mistake(where, reason).getMessage());
  }

  private static String beyondLimits() {
    return String.format(
        Locale.ROOT,
        "is too deep or too long; expected at most %,d levels of nesting, and %,d characters in a"
            + " number, %,d in a key and %,d in a text",
        JsonText.DEEPEST,
        JsonText.LONGEST_NUMBER,
        JsonText.LONGEST_KEY,
        JsonText.LONGEST_TEXT);
  }

  /** A reason may quote the file at any length. */
  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  private Position position(JsonLocation location) {
    return new Position.InText(label, location.getLineNr(), location.getColumnNr());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
