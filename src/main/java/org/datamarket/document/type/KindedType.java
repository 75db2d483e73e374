package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;

/**
 * One of several kinds, each with parameters of its own: {@code {kind: …, …}}, just the kind's name
 * when its parameters may all be absent, or {@code {class: …, …}} for one of the user's own.
 *
 * @param usual the kind that is meant when a mapping names none
 * @param kinds the kinds there are
 * @param own how a class of the user's own is read; no class is allowed when empty
 * @param <T> what the kinds are kinds of
 */
public record KindedType<T>(
    String usual, List<KindType<? extends T>> kinds, Optional<OwnType<?, T>> own)
    implements Type<T> {
  /** Copies the list. */
  public KindedType {
    kinds = List.copyOf(kinds);
  }

  /** These kinds and no class of the user's own; the first is the usual one. */
  @SafeVarargs
  public static <T> KindedType<T> of(KindType<? extends T>... kinds) {
    return new KindedType<>(kinds[0].name(), List.of(kinds), Optional.empty());
  }

  /** The same, or a class of the user's own. */
  public KindedType<T> orOwn(OwnType<?, T> ownType) {
    return new KindedType<>(usual, kinds, Optional.of(ownType));
  }

  /** The same with another usual kind. */
  public KindedType<T> usually(String kind) {
    return new KindedType<>(kind, kinds, own);
  }

  /** The names of the kinds, in their order. */
  public List<String> names() {
    return kinds.stream().<String>map(KindType::name).toList();
  }

  /**
   * The kind of a name.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public KindType<? extends T> kind(String named) {
    return kinds.stream().filter(kind -> kind.name().equals(named)).findFirst().orElseThrow();
  }

  @Override
  public Read<T> read(String what, Node node) {
    if (node instanceof Node.Scalar scalar && !scalar.isNothing()) {
      return ofKind(what, new Node.Mapping(node.position(), List.of()), scalar);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      throw Numbers.wrong(what, node, "", expected());
    }
    if (own.isPresent() && OwnType.isOwn(mapping)) {
      return own.get().read(what, mapping);
    }
    Node kind =
        mapping.find(KindType.KEY).orElse(new Node.Scalar(mapping.position(), usual, false));
    return ofKind(what, mapping.without(KindType.KEY), kind);
  }

  private Read<T> ofKind(String what, Node.Mapping parameters, Node name) {
    String place = what.equals(KindType.KEY) ? what : "the kind of " + what;
    Read<String> named = choice().read(place, name);
    Node.Mapping mapping =
        new Node.Mapping(
            parameters.position(), parameters.with(KindType.KEY, named.effective()).entries());
    return kind(named.value()).read(what, mapping).as(Function.identity());
  }

  private ChoiceType<String> choice() {
    return ChoiceType.of(names().toArray(String[]::new));
  }

  @Override
  public String expected() {
    return choice().expected() + (own.isPresent() ? ", or a mapping with a class of your own" : "");
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object();
    ArrayNode either = schema.putArray("anyOf");
    ArrayNode plain = Definitions.object().arrayNode();
    kinds.stream().filter(KindType::hasAllDefaults).forEach(kind -> plain.add(kind.name()));
    if (!plain.isEmpty()) {
      either.addObject().set("enum", plain);
    }
    for (KindType<? extends T> kind : kinds) {
      ObjectNode mapping = kind.schema(definitions);
      if (kind.name().equals(usual)) {
        removeRequired(mapping);
      }
      either.add(mapping);
    }
    own.ifPresent(ownType -> either.add(ownType.schema(definitions)));
    return schema;
  }

  /** The usual kind need not be named. */
  private static void removeRequired(ObjectNode mapping) {
    ArrayNode required = (ArrayNode) mapping.get("required");
    required.remove(0);
    if (required.isEmpty()) {
      mapping.remove("required");
    }
  }

  @Override
  public String name() {
    return "kind";
  }

  @Override
  public String range() {
    return Words.oneOf(names()) + (own.isPresent() ? " or a class" : "");
  }

  @Override
  public void list(String path, ParameterTable table) {
    kinds.forEach(kind -> kind.parameters().list(path + "(" + kind.name() + ")", table));
  }
}
