package org.datamarket.claims.search;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.type.Names;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Records;
import org.datamarket.kind.Kinds;

/** A mapping of a model file being put together. */
final class Entry {
  private static final Position NOWHERE = new Position.Default();
  private static final String KIND = "kind";

  private Node.Mapping mapping = new Node.Mapping(NOWHERE, List.of());

  /** Adds a key with its value. */
  Entry with(Property<?> key, Node value) {
    return with(key.key(), value);
  }

  private Entry with(String key, Node value) {
    mapping = mapping.with(key, value);
    return this;
  }

  Node.Mapping node() {
    return mapping;
  }

  static Node number(double number) {
    return Node.plain(ShortNumber.text(number));
  }

  /** A text, in quotes where it could be taken for something else. */
  static Node text(String text) {
    return new Node.Scalar(NOWHERE, text, true);
  }

  static Node constant(Enum<?> constant) {
    return Node.plain(Names.key(constant));
  }

  static Node list(List<String> texts) {
    return new Node.Sequence(NOWHERE, texts.stream().map(Entry::text).toList());
  }

  /**
   * Something of a kind, with the parameters that are not as they would be anyway; by its name
   * alone, if there are none.
   *
   * @param besides keys of components that are said elsewhere
   * @throws IllegalArgumentException if it is no record
   */
  static Node kind(Object thing, String... besides) {
    if (!(thing instanceof Record described)) {
      throw new IllegalArgumentException(
          "%s is no record; its parameters cannot be told".formatted(thing.getClass().getName()));
    }
    Optional<Record> usual = usual(described.getClass());
    Entry entry = new Entry().with(KIND, text(Kinds.nameOf(thing)));
    for (RecordComponent component : Records.components(described.getClass())) {
      Object value = Records.value(described, component);
      boolean isUsual =
          usual.filter(same -> Objects.equals(Records.value(same, component), value)).isPresent();
      String key = Records.key(component);
      if (!isUsual && !List.of(besides).contains(key)) {
        entry.with(key, parameter(value));
      }
    }
    return entry.node().entries().size() == 1 ? entry.node().get(KIND) : entry.node();
  }

  private static Node parameter(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof Enum<?> constant ? constant(constant) : Node.plain(value.toString());
  }

  /** What a kind is without parameters, where it needs none. */
  private static Optional<Record> usual(Class<? extends Record> type) {
    try {
      return Optional.of(type.getConstructor().newInstance());
    } catch (ReflectiveOperationException parametersNeeded) {
      return Optional.empty();
    }
  }
}
