package org.datamarket.model.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.datamarket.model.source.Node;
import org.datamarket.model.source.Numbers;
import org.datamarket.model.source.Words;

/**
 * One of several kinds, each with parameters of its own: {@code {kind: …, …}}, just the kind's name
 * when its parameters may all be absent, or {@code {class: …, …}} for one of the user's own.
 *
 * @param usual the kind that is meant when a mapping names none
 * @param kinds the kinds there are
 * @param own what the parameters of a class of the user's own are; no class is allowed when empty
 */
public record KindedType(String usual, List<Kind> kinds, Optional<Type> own) implements Type {
  private static final String KIND = "kind";
  private static final String CLASS = "class";

  /**
   * A kind.
   *
   * @param name its name
   * @param description what it is
   * @param parameters its keys besides {@code kind}
   */
  public record Kind(String name, String description, MappingType parameters) {}

  /** A kind by its name. */
  public Optional<Kind> kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  @Override
  public Node check(String what, Node node) {
    if (node instanceof Node.Scalar scalar && !scalar.isNothing()) {
      return ofKind(what, new Node.Mapping(node.position(), List.of()), scalar);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      throw Numbers.wrong(what, node, "", expected());
    }
    if (own.isPresent() && mapping.has(CLASS)) {
      return classType().check(what, mapping);
    }
    Node kind = mapping.find(KIND).orElse(new Node.Scalar(mapping.position(), usual, false));
    return ofKind(what, mapping.without(KIND), kind);
  }

  private Node ofKind(String what, Node.Mapping parameters, Node name) {
    Node.Scalar checked =
        (Node.Scalar) names().check(what.equals(KIND) ? what : "the kind of " + what, name);
    Kind kind = kind(checked.text()).orElseThrow();
    return withKind(kind)
        .check(what, new Node.Mapping(parameters.position(), with(checked, parameters)));
  }

  private static List<Node.Entry> with(Node.Scalar kind, Node.Mapping parameters) {
    return parameters.with(KIND, kind).entries();
  }

  private MappingType withKind(Kind kind) {
    return kind.parameters()
        .after(Property.required(KIND, ChoiceType.of(kind.name()), kind.description()));
  }

  private MappingType classType() {
    Property name =
        Property.required(
            CLASS, TextType.text(1000), "The full name of a class of your own on the class path.");
    return new MappingType(List.of(name), List.of(), own);
  }

  private ChoiceType names() {
    return new ChoiceType(kinds.stream().map(Kind::name).toList());
  }

  @Override
  public String expected() {
    return names().expected() + (own.isPresent() ? ", or a mapping with a class of your own" : "");
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object();
    ArrayNode either = schema.putArray("anyOf");
    ArrayNode plain = Definitions.object().arrayNode();
    for (Kind kind : kinds) {
      if (hasAllDefaults(kind)) {
        plain.add(kind.name());
      }
    }
    if (!plain.isEmpty()) {
      either.addObject().set("enum", plain);
    }
    for (Kind kind : kinds) {
      ObjectNode mapping =
          withKind(kind).schema(definitions).put("description", kind.description());
      if (kind.name().equals(usual)) {
        removeRequired(mapping);
      }
      either.add(mapping);
    }
    if (own.isPresent()) {
      either.add(classType().schema(definitions));
    }
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

  private static boolean hasAllDefaults(Kind kind) {
    return kind.parameters().alternatives().isEmpty()
        && kind.parameters().properties().stream().noneMatch(Property::isRequired);
  }

  @Override
  public String name() {
    return "kind";
  }

  @Override
  public String range() {
    return Words.oneOf(names().names()) + (own.isPresent() ? " or a class" : "");
  }

  @Override
  public void list(String path, ParameterTable table) {
    for (Kind kind : kinds) {
      kind.parameters().list(path + "(" + kind.name() + ")", table);
    }
  }
}
