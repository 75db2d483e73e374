package org.datamarket.mechanism.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.Words;
import org.datamarket.io.JsonText;

/** JSON, one value after the other, as nodes that know where they stand. */
final class JsonTree implements AutoCloseable {
  private final String label;
  private final JsonParser parser;

  /** Opens a source of JSON; {@code label} is what messages call it. */
  JsonTree(String label, Reader source) throws IOException {
    this.label = label;
    this.parser = JsonText.parser(source);
  }

  /**
   * Whether there is one more value.
   *
   * @throws Mistake if what follows is no JSON
   */
  boolean hasNext() throws IOException {
    try {
      return parser.nextToken() != null;
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    }
  }

  /**
   * Reads the value that {@link #hasNext} has found, without the values of some keys.
   *
   * @param passedOver keys of the outermost object that are not read, and left out
   * @throws Mistake if it is no JSON
   */
  Node next(List<String> passedOver) throws IOException {
    try {
      return value(passedOver);
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    }
  }

  private Node value(List<String> passedOver) throws IOException {
    Position position = position(parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(position, passedOver);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(List.of()));
      }
      return new Node.Sequence(position, items);
    }
    return new Node.Scalar(position, parser.getText(), token == JsonToken.VALUE_STRING);
  }

  private Node object(Position position, List<String> passedOver) throws IOException {
    List<Node.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Position keyPosition = position(parser.currentTokenLocation());
      parser.nextToken();
      if (passedOver.contains(key)) {
        parser.skipChildren();
      } else {
        entries.add(new Node.Entry(keyPosition, key, value(List.of())));
      }
    }
    return new Node.Mapping(position, entries);
  }

  private Mistake malformed(JsonProcessingException malformed) {
    JsonLocation known = malformed.getLocation();
    Position where = position(known == null ? parser.currentLocation() : known);
    return new Mistake(
        where, "is no JSON: %s".formatted(Words.shortened(malformed.getOriginalMessage())));
  }

  private Position position(JsonLocation location) {
    return new Position.InText(label, location.getLineNr(), location.getColumnNr());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
