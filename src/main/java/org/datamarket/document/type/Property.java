package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.datamarket.document.Position;
import org.datamarket.document.YamlReader;

/**
 * A key of a mapping.
 *
 * @param key its name
 * @param type what its value is
 * @param presence what holds when it is absent
 * @param description what it is, a sentence or two
 * @param typical what a person may begin with where it may not be absent; empty if there is nothing
 *     usual
 * @param <T> what its value stands for
 */
public record Property<T>(
    String key, Type<T> type, Presence<T> presence, String description, String typical) {

  /** What holds when a key is absent. */
  public sealed interface Presence<T> {}

  /** It may not be absent. */
  public record Required<T>() implements Presence<T> {}

  /** A default, as YAML and as it is read. */
  public record Default<T>(String yaml, Read<T> read) implements Presence<T> {}

  /** Nothing, or something that depends on the rest of the file; in words. */
  public record Optionally<T>(String otherwise) implements Presence<T> {}

  /** A key that must be there. */
  public static <T> Property<T> required(String key, Type<T> type, String description) {
    return new Property<>(key, type, new Required<>(), description, "");
  }

  /** A key with a default. */
  public static <T> Property<T> withDefault(
      String key, Type<T> type, String yaml, String description) {
    Read<T> read = type.read(key, YamlReader.value(new Position.Default(), yaml));
    return new Property<>(key, type, new Default<>(yaml, read), description, "");
  }

  /** A key that may be absent. */
  public static <T> Property<T> optional(
      String key, Type<T> type, String otherwise, String description) {
    return new Property<>(key, type, new Optionally<>(otherwise), description, "");
  }

  /** Whether it may not be absent. */
  public boolean isRequired() {
    return presence instanceof Required;
  }

  /** The same key with a value that a person may begin with. */
  Property<T> typically(String value) {
    return new Property<>(key, type, presence, description, value);
  }

  /** The same key, allowed to be absent. */
  public Property<T> orElse(String otherwise) {
    return optional(key, type, otherwise, description);
  }

  /** The default, if there is one. */
  public Optional<Read<T>> defaultRead() {
    return presence instanceof Default<T> value ? Optional.of(value.read()) : Optional.empty();
  }

  public String defaultInWords() {
    if (presence instanceof Default<T> value) {
      return value.yaml();
    }
    return presence instanceof Optionally<T> optionally ? optionally.otherwise() : "required";
  }

  ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object();
    String unit = type.unit().isEmpty() ? "" : " Unit: " + type.unit() + ".";
    String otherwise = isRequired() ? "" : " Default: " + defaultInWords() + ".";
    schema.put("description", description + unit + otherwise);
    defaultRead().ifPresent(read -> schema.set("default", JsonNodes.of(read.effective())));
    schema.setAll(type.schema(definitions));
    return schema;
  }
}
