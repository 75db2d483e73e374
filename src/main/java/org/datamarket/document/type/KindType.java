package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.datamarket.document.Node;
import org.datamarket.kind.Kind;

/**
 * One kind of something.
 *
 * @param name its name
 * @param description what it is
 * @param parameters its keys besides {@code kind}
 * @param meaning what its parameters stand for
 */
public record KindType<T>(
    String name,
    String description,
    MappingType parameters,
    Function<Fields, ? extends T> meaning) {
  static final String KEY = "kind";

  /** A kind that is a record: its name, its parameters and what they mean come from the record. */
  public static <R extends Record> KindType<R> of(Class<R> described) {
    return of(described, ComponentTypes.PLAIN);
  }

  /** The same, with components of further types. */
  public static <R extends Record> KindType<R> of(Class<R> described, ComponentTypes types) {
    RecordType<R> type = RecordType.of(described, types);
    return of(described, type.mapping(), type.meaning());
  }

  /** A kind that is named by a class, and read in its own way. */
  public static <T> KindType<T> of(
      Class<?> named, MappingType parameters, Function<Fields, ? extends T> meaning) {
    Kind kind = named.getAnnotation(Kind.class);
    return new KindType<>(kind.name(), kind.meaning(), parameters, meaning);
  }

  /** Whether its name alone is enough. */
  boolean hasAllDefaults() {
    return parameters.alternatives().isEmpty()
        && parameters.properties().stream().noneMatch(Property::isRequired);
  }

  Read<T> read(String what, Node node) {
    return withKey().read(what, node).as(meaning);
  }

  ObjectNode schema(Definitions definitions) {
    return withKey().schema(definitions).put("description", description);
  }

  private MappingType withKey() {
    return parameters.after(Property.required(KEY, ChoiceType.of(name), description));
  }
}
