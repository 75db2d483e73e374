package org.datamarket.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a document, and where it stands. Immutable. */
public sealed interface Node {

  /** Where it begins. */
  Position position();

  /** What it is, in a message: the text itself, "a list" or "a mapping". */
  String inWords();

  /**
   * A single text, number or word.
   *
   * @param text as written, without quotes
   * @param quoted whether it stood in quotes, and so is text whatever it looks like
   */
  record Scalar(Position position, String text, boolean quoted) implements Node {

    /** Whether nothing at all stands there. */
    public boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String inWords() {
      return isNothing() ? "empty" : quoted ? Words.quoted(text) : Words.shortened(text);
    }
  }

  /** A list. */
  record Sequence(Position position, List<Node> items) implements Node {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String inWords() {
      return "a list";
    }
  }

  /**
   * A key and its value.
   *
   * @param keyPosition where the key stands
   */
  record Entry(Position keyPosition, String key, Node value) {}

  /** A mapping of keys to values, in the order written; no key twice. */
  record Mapping(Position position, List<Entry> entries) implements Node {
    /** Copies the list. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key, if it is there. */
    public Optional<Node> find(String key) {
      return entry(key).map(Entry::value);
    }

    /** A key with its value, if it is there. */
    public Optional<Entry> entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    /** Whether a key is there. */
    public boolean has(String key) {
      return entry(key).isPresent();
    }

    /** The value of a key that checks have made sure of. */
    public Node get(String key) {
      return find(key).orElseThrow(() -> new IllegalStateException("unchecked key " + key));
    }

    /** The text of a key's value that checks have made sure of. */
    public String text(String key) {
      return ((Scalar) get(key)).text();
    }

    /** The same with one key's value replaced, or added at the end. */
    public Mapping with(String key, Node value) {
      List<Entry> changed = new ArrayList<>(entries);
      for (int k = 0; k < changed.size(); k++) {
        if (changed.get(k).key().equals(key)) {
          changed.set(k, new Entry(changed.get(k).keyPosition(), key, value));
          return new Mapping(position, changed);
        }
      }
      changed.add(new Entry(value.position(), key, value));
      return new Mapping(position, changed);
    }

    /** The same without one key. */
    public Mapping without(String key) {
      return new Mapping(
          position, entries.stream().filter(entry -> !entry.key().equals(key)).toList());
    }

    @Override
    public String inWords() {
      return "a mapping";
    }
  }

  /** Plain text of the program's own. */
  static Scalar plain(String text) {
    return new Scalar(new Position.Default(), text, false);
  }
}
