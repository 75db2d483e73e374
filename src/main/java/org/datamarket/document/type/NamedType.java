package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.datamarket.document.Node;

/**
 * A type that is used in several places and written down once.
 *
 * @param name its name
 * @param description what it is
 * @param type the type
 */
public record NamedType<T>(String name, String description, Type<T> type) implements Type<T> {
  @Override
  public Read<T> read(String what, Node node) {
    return type.read(what, node);
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
