package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/** True or false. */
public record FlagType() implements Type<Boolean> {
  @Override
  public Read<Boolean> read(String what, Node node) {
    boolean flag =
        node instanceof Node.Scalar scalar
            && !scalar.quoted()
            && (scalar.text().equals("true") || scalar.text().equals("false"));
    if (!flag) {
      throw Numbers.wrong(what, node, "", expected());
    }
    return new Read<>(node, ((Node.Scalar) node).text().equals("true"));
  }

  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    return Definitions.object().put("type", "boolean");
  }

  @Override
  public String name() {
    return "flag";
  }
}
