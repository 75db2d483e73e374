package org.datamarket.document.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.Position;

/**
 * What a mapping was read as: a value for each of its keys, asked for by property.
 *
 * @param node the mapping with its defaults filled in
 * @param values what each key's value stands for, in the mapping's order
 */
public record Fields(Node.Mapping node, Map<String, Object> values) {

  /** Where the mapping stands. */
  public Position position() {
    return node.position();
  }

  /** Where a key's value stands. */
  public Position position(Property<?> property) {
    return node(property).position();
  }

  /** A key's value as it stands there. */
  public Node node(Property<?> property) {
    return node.get(property.key());
  }

  /** Whether a key is there. */
  public boolean has(Property<?> property) {
    return values.containsKey(property.key());
  }

  /** The value of a key that is required or has a default. */
  @SuppressWarnings("unchecked") // the mapping's type read it by this property
  public <T> T get(Property<T> property) {
    if (!has(property)) {
      throw new IllegalStateException("no value of " + property.key());
    }
    return (T) values.get(property.key());
  }

  /** The value of a key that may be absent. */
  public <T> Optional<T> find(Property<T> property) {
    return has(property) ? Optional.of(get(property)) : Optional.empty();
  }

  /** The values of all keys, where all of them are of one type. */
  @SuppressWarnings("unchecked") // the mapping's type read them by this type
  public <T> Map<String, T> all(Type<T> type) {
    Map<String, T> all = new LinkedHashMap<>();
    values.forEach((key, value) -> all.put(key, (T) value));
    return all;
  }

  /** The values of all keys but one, where all of them are of one type. */
  <T> Map<String, T> others(Property<?> but, Type<T> type) {
    Map<String, T> others = all(type);
    others.remove(but.key());
    return others;
  }
}
