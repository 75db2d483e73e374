package org.datamarket.document.type;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.kind.Meaning;

/**
 * A record whose components say what they mean, as a mapping with a key for each.
 *
 * @param mapping the mapping
 * @param meaning the record that a mapping's values make
 */
public record RecordType<R extends Record>(MappingType mapping, Function<Fields, R> meaning) {

  /**
   * The mapping that a record describes.
   *
   * @param types what may stand for a component
   */
  static <R extends Record> RecordType<R> of(Class<R> type, ComponentTypes types) {
    Function<Object[], R> maker = Records.maker(type);
    Property<?>[] keys =
        Records.components(type).stream()
            .map(component -> property(component, types))
            .toArray(Property<?>[]::new);
    return new RecordType<>(
        MappingType.of(keys),
        fields ->
            maker.apply(
                Records.components(type).stream()
                    .map(component -> fields.values().get(Records.key(component)))
                    .toArray()));
  }

  /** The key that a component describes. */
  public static Property<?> property(RecordComponent component, ComponentTypes types) {
    Meaning meaning = component.getAnnotation(Meaning.class);
    if (meaning == null) {
      throw new IllegalArgumentException(component + " does not say what it means");
    }
    return property(Records.key(component), meaning, types.of(component.getType(), meaning));
  }

  /** A key with what a component means. */
  public static <T> Property<T> property(String key, Meaning meaning, Type<T> type) {
    return otherwise(type, meaning)
        .map(yaml -> Property.withDefault(key, type, yaml, meaning.value()))
        .orElseGet(
            () -> Property.required(key, type, meaning.value()).typically(meaning.typical()));
  }

  private static Optional<String> otherwise(Type<?> type, Meaning meaning) {
    if (type instanceof ChoiceType<?> choice && meaning.otherwise().isEmpty()) {
      return Optional.of(choice.names().get(0));
    }
    return Optional.of(meaning.otherwise()).filter(yaml -> !yaml.isEmpty());
  }
}
