package org.datamarket.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML into nodes that know where they stand, from the parser's own events. One document,
 * without anchors, aliases, tags and duplicate keys. What a plain text means (a number, a word) is
 * left to whoever wants one, so nothing is lost on the way: {@code yes} is not yet true, nor {@code
 * 010} eight.
 */
public final class YamlReader {
  private static final int DEEPEST = 40;

  private final Function<Mark, Position> positions;
  private final Iterator<Event> events;
  private int depth;

  private YamlReader(Iterator<Event> events, Function<Mark, Position> positions) {
    this.events = events;
    this.positions = positions;
  }

  /**
   * Reads the text of a file.
   *
   * @param label how messages call the file
   * @throws Mistake if it is not one YAML document of the plain kind, or empty
   */
  public static Node read(String label, String text) {
    return read(
        label, text, mark -> new Position.InText(label, mark.getLine() + 1, mark.getColumn() + 1));
  }

  /**
   * Reads a single value that stands at a position as a whole.
   *
   * @throws Mistake if it is not one YAML value
   */
  public static Node value(Position position, String text) {
    return text.isBlank()
        ? new Node.Scalar(position, "", false)
        : read(position.toString(), text, mark -> position);
  }

  private static Node read(String label, String text, Function<Mark, Position> positions) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      Iterator<Event> events = new Yaml(options).parse(new StringReader(text)).iterator();
      return new YamlReader(events, positions).document(label);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
      throw new Mistake(positions.apply(mark), "not valid YAML: " + e.getProblem() + context);
    } catch (ReaderException e) {
      Position at = TextFile.at(label, text, text.offsetByCodePoints(0, e.getPosition()));
      String code = String.format("U+%04X", e.getCodePoint());
      throw new Mistake(at, "not valid YAML: the character " + code + " is not allowed");
    } catch (YAMLException e) {
      throw new Mistake(new Position.InFile(label), "not valid YAML: " + e.getMessage());
    }
  }

  private Node document(String label) {
    expect(StreamStartEvent.class);
    Event start = events.next();
    if (start instanceof StreamEndEvent) {
      throw new Mistake(
          new Position.InFile(label), "is empty; expected a file that begins with format: 1");
    }
    Node root = node(events.next());
    expect(DocumentEndEvent.class);
    Event next = events.next();
    if (next instanceof DocumentStartEvent) {
      throw new Mistake(at(next), "a second document begins here; expected one document a file");
    }
    return root;
  }

  private void expect(Class<? extends Event> kind) {
    Event event = events.next();
    if (!kind.isInstance(event)) {
      throw new IllegalStateException("expected " + kind.getSimpleName() + ", not " + event);
    }
  }

  private Node node(Event event) {
    refuseReferences(event);
    if (event instanceof ScalarEvent scalar) {
      return new Node.Scalar(at(event), scalar.getValue(), !scalar.isPlain());
    }
    if (++depth > DEEPEST) {
      throw new Mistake(at(event), "nested more than " + DEEPEST + " levels deep");
    }
    Node node = event instanceof SequenceStartEvent ? sequence(event) : mapping(event);
    depth--;
    return node;
  }

  private void refuseReferences(Event event) {
    if (event instanceof AliasEvent alias) {
      throw new Mistake(
          at(event),
          Words.shortened("*" + alias.getAnchor())
              + " is an alias; expected the value itself (aliases are not read)");
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      throw new Mistake(
          at(event),
          Words.shortened("&" + node.getAnchor())
              + " is an anchor; expected a value without one (anchors are not read)");
    }
    String tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof MappingStartEvent mapping
                ? mapping.getTag()
                : event instanceof SequenceStartEvent sequence ? sequence.getTag() : null;
    if (tag != null) {
      throw new Mistake(
          at(event),
          Words.shortened(tag) + " is a tag; expected a value without one (tags are not read)");
    }
  }

  private Node sequence(Event start) {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      items.add(node(event));
    }
    return new Node.Sequence(at(start), items);
  }

  private Node mapping(Event start) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Position> seen = new HashMap<>();
    for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      refuseReferences(event);
      if (!(event instanceof ScalarEvent key)) {
        throw new Mistake(at(event), "a key is a list or a mapping; expected a name");
      }
      Position first = seen.putIfAbsent(key.getValue(), at(event));
      if (first != null) {
        throw new Mistake(
            at(event),
            "duplicate key " + Words.quoted(key.getValue()) + "; it stands already at " + first);
      }
      entries.add(new Node.Entry(at(event), key.getValue(), node(events.next())));
    }
    return new Node.Mapping(at(start), entries);
  }

  private Position at(Event event) {
    return positions.apply(event.getStartMark());
  }
}
