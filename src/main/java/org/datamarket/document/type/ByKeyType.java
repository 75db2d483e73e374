package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;

/** One of several mappings, told apart by a key that only one of them has. */
public record ByKeyType(List<Case> cases) implements Type<Fields> {

  /**
   * One of the mappings.
   *
   * @param key the key that tells it apart
   * @param name its name in the schema
   * @param description what it is
   * @param type the mapping
   */
  public record Case(String key, String name, String description, MappingType type) {}

  @Override
  public Read<Fields> read(String what, Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      throw Numbers.wrong(what, node, "", expected());
    }
    for (Case each : cases) {
      if (mapping.has(each.key())) {
        return each.type().read(what, node);
      }
    }
    refuseMistyped(mapping);
    throw new Mistake(
        node.position(),
        what + " has none of the keys " + Words.oneOf(keys()) + "; expected one of them");
  }

  /** A key that no case has is the likelier mistake. */
  private void refuseMistyped(Node.Mapping mapping) {
    List<String> known =
        cases.stream().flatMap(each -> each.type().keys().stream()).distinct().toList();
    for (Node.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        throw MappingType.unknown(entry, known);
      }
    }
  }

  private List<String> keys() {
    return cases.stream().map(Case::key).toList();
  }

  @Override
  public String expected() {
    return "a mapping with " + Words.oneOf(keys());
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object();
    ArrayNode either = schema.putArray("anyOf");
    cases.forEach(each -> either.add(definitions.reference(named(each))));
    return schema;
  }

  private static NamedType<Fields> named(Case each) {
    return new NamedType<>(each.name(), each.description(), each.type());
  }

  @Override
  public String name() {
    return "mapping";
  }

  @Override
  public void list(String path, ParameterTable table) {
    List<String> listed = new ArrayList<>();
    for (Case each : cases) {
      for (Property<?> property : each.type().properties()) {
        if (!listed.contains(property.key())) {
          listed.add(property.key());
          table.add(path + "." + property.key(), property);
        }
      }
    }
  }
}
