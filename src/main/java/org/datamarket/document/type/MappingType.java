package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Position;
import org.datamarket.document.Words;

/**
 * A mapping with known keys.
 *
 * @param properties the keys there may be
 * @param alternatives keys of which exactly one must be there; empty without such a rule
 * @param others what the values of other keys are; none are allowed when empty
 */
public record MappingType(
    List<Property<?>> properties, List<String> alternatives, Optional<Type<?>> others)
    implements Type<Fields> {
  /** Copies the lists. */
  public MappingType {
    properties = List.copyOf(properties);
    alternatives = List.copyOf(alternatives);
  }

  /** A mapping with these keys and no others. */
  public static MappingType of(Property<?>... properties) {
    return new MappingType(List.of(properties), List.of(), Optional.empty());
  }

  /** The same, with keys of which exactly one must be there. */
  public MappingType withOneOf(String... keys) {
    return new MappingType(properties, List.of(keys), others);
  }

  /** The same with more keys in front. */
  public MappingType after(Property<?>... first) {
    List<Property<?>> all = new ArrayList<>(List.of(first));
    all.addAll(properties);
    return new MappingType(all, alternatives, others);
  }

  @Override
  public Read<Fields> read(String what, Node node) {
    Node.Mapping mapping = mapping(what, node);
    refuseUnknown(mapping);
    requireOneAlternative(what, mapping);
    Reading reading = new Reading(new ArrayList<>(), new LinkedHashMap<>());
    for (Property<?> property : properties) {
      read(what, mapping, property, reading);
    }
    for (Node.Entry entry : mapping.entries()) {
      if (property(entry.key()).isEmpty()) {
        reading.add(entry.keyPosition(), entry.key(), read(entry, others.orElseThrow()));
      }
    }
    Node.Mapping effective = new Node.Mapping(mapping.position(), reading.entries());
    return new Read<>(
        effective, new Fields(effective, Collections.unmodifiableMap(reading.values())));
  }

  /** What has been read so far. */
  private record Reading(List<Node.Entry> entries, Map<String, Object> values) {
    void add(Position position, String key, Read<?> read) {
      entries.add(new Node.Entry(position, key, read.effective()));
      values.put(key, read.value());
    }
  }

  private Node.Mapping mapping(String what, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw Numbers.wrong(what, node, "", expected());
  }

  private void refuseUnknown(Node.Mapping mapping) {
    for (Node.Entry entry : mapping.entries()) {
      if (others.isEmpty() && property(entry.key()).isEmpty()) {
        throw unknown(entry, keys());
      }
    }
  }

  /** The mistake of a key that is none of the known ones. */
  static Mistake unknown(Node.Entry entry, List<String> known) {
    int colon = entry.key().indexOf(':');
    String hint =
        colon > 0 && known.contains(entry.key().substring(0, colon))
            ? "; maybe a space is missing after the colon"
            : Words.didYouMean(entry.key(), known);
    return Mistake.unknownKey(
        entry.keyPosition(),
        "unknown key " + Words.quoted(entry.key()) + "; expected " + Words.oneOf(known) + hint);
  }

  private void requireOneAlternative(String what, Node.Mapping mapping) {
    List<String> given = alternatives.stream().filter(mapping::has).toList();
    if (!alternatives.isEmpty() && given.isEmpty()) {
      throw new Mistake(
          mapping.position(),
          what + " has none of the keys " + Words.oneOf(alternatives) + "; expected one of them");
    }
    if (given.size() > 1) {
      throw new Mistake(
          mapping.entry(given.get(1)).orElseThrow().keyPosition(),
          what
              + " has both "
              + Words.quoted(given.get(0))
              + " and "
              + Words.quoted(given.get(1))
              + "; expected one of them");
    }
  }

  private static void read(
      String what, Node.Mapping mapping, Property<?> property, Reading reading) {
    Optional<Node.Entry> given = mapping.entry(property.key());
    if (given.isPresent()) {
      reading.add(given.get().keyPosition(), property.key(), read(given.get(), property.type()));
      return;
    }
    if (property.isRequired()) {
      String of = what.isEmpty() ? "" : " of " + what;
      throw new Mistake(
          mapping.position(),
          Words.quoted(property.key())
              + of
              + " is missing; expected "
              + property.type().expected());
    }
    property.defaultRead().ifPresent(read -> reading.add(mapping.position(), property.key(), read));
  }

  private static <T> Read<T> read(Node.Entry given, Type<T> type) {
    Node value = given.value();
    boolean nothing = value instanceof Node.Scalar scalar && scalar.isNothing();
    if (nothing) {
      throw new Mistake(
          given.keyPosition(), given.key() + " is empty; expected " + type.expected());
    }
    return type.read(given.key(), value);
  }

  /** The key of a name, if there is one. */
  public Optional<Property<?>> property(String key) {
    return properties.stream().filter(property -> property.key().equals(key)).findFirst();
  }

  /** The keys there may be. */
  public List<String> keys() {
    return properties.stream().map(Property::key).toList();
  }

  @Override
  public String expected() {
    if (properties.isEmpty() && others.isPresent()) {
      return "a mapping from names, each to " + others.get().expected();
    }
    if (keys().size() > 6) {
      return "a mapping with keys such as " + Words.oneOf(keys().subList(0, 3));
    }
    return "a mapping with " + (alternatives.isEmpty() ? Words.allOf(keys()) : Words.oneOf(keys()));
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object().put("type", "object");
    ObjectNode named = schema.putObject("properties");
    ArrayNode required = Definitions.object().arrayNode();
    for (Property<?> property : properties) {
      named.set(property.key(), property.schema(definitions));
      if (property.isRequired()) {
        required.add(property.key());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (!alternatives.isEmpty()) {
      ArrayNode oneOf = schema.putArray("oneOf");
      alternatives.forEach(key -> oneOf.addObject().putArray("required").add(key));
    }
    if (others.isPresent()) {
      schema.set("additionalProperties", others.get().schema(definitions));
    } else {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  @Override
  public String name() {
    return "mapping";
  }

  @Override
  public void list(String path, ParameterTable table) {
    for (Property<?> property : properties) {
      table.add(path.isEmpty() ? property.key() : path + "." + property.key(), property);
    }
  }
}
