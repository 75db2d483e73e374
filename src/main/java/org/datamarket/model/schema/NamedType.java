package org.datamarket.model.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.datamarket.model.source.Node;

/**
 * A type that is used in several places and written down once.
 *
 * @param name its name
 * @param description what it is
 * @param type the type
 */
public record NamedType(String name, String description, Type type) implements Type {
  @Override
  public Node check(String what, Node node) {
    return type.check(what, node);
  }

  @Override
  public String expected() {
    return type.expected();
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    return definitions.reference(this);
  }

  @Override
  public void list(String path, ParameterTable table) {
    table.refer(this);
  }
}
