package org.datamarket.model.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.datamarket.model.source.Node;
import org.datamarket.model.source.Position;
import org.datamarket.model.source.YamlReader;

/**
 * A key of a mapping.
 *
 * @param key its name
 * @param type what its value is
 * @param presence what holds when it is absent
 * @param description what it is, a sentence or two
 */
public record Property(String key, Type type, Presence presence, String description) {

  /** What holds when a key is absent. */
  public sealed interface Presence {}

  /** It may not be absent. */
  public record Required() implements Presence {}

  /** A default, as YAML and as a checked node. */
  public record Default(String yaml, Node node) implements Presence {}

  /** Nothing, or something that depends on the rest of the file; in words. */
  public record Optionally(String otherwise) implements Presence {}

  /** A key that must be there. */
  public static Property required(String key, Type type, String description) {
    return new Property(key, type, new Required(), description);
  }

  /** A key with a default. */
  public static Property withDefault(String key, Type type, String yaml, String description) {
    Node node = type.check(key, YamlReader.value(new Position.Default(), yaml));
    return new Property(key, type, new Default(yaml, node), description);
  }

  /** A key that may be absent. */
  public static Property optional(String key, Type type, String otherwise, String description) {
    return new Property(key, type, new Optionally(otherwise), description);
  }

  /** Whether it may not be absent. */
  public boolean isRequired() {
    return presence instanceof Required;
  }

  /** The same key, allowed to be absent. */
  public Property orElse(String otherwise) {
    return optional(key, type, otherwise, description);
  }

  /** The default, if there is one. */
  public Optional<Node> defaultNode() {
    return presence instanceof Default value ? Optional.of(value.node()) : Optional.empty();
  }

  String defaultInWords() {
    if (presence instanceof Default value) {
      return value.yaml();
    }
    return presence instanceof Optionally optionally ? optionally.otherwise() : "required";
  }

  ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object();
    String unit = type.unit().isEmpty() ? "" : " Unit: " + type.unit() + ".";
    String otherwise = isRequired() ? "" : " Default: " + defaultInWords() + ".";
    schema.put("description", description + unit + otherwise);
    defaultNode().ifPresent(node -> schema.set("default", JsonNodes.of(node)));
    schema.setAll(type.schema(definitions));
    return schema;
  }
}
