package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/**
 * Any YAML but nothing at all: it is checked where it is used.
 *
 * @param expected what is expected, in words
 */
public record AnyType(String expected) implements Type<Node> {
  @Override
  public Read<Node> read(String what, Node node) {
    if (node instanceof Node.Scalar scalar && scalar.isNothing()) {
      throw Numbers.wrong(what, node, "", expected);
    }
    return new Read<>(node, node);
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    return Definitions.object();
  }

  @Override
  public String name() {
    return "any";
  }
}
