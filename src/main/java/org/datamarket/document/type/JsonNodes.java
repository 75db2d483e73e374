package org.datamarket.document.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/** Nodes as JSON, as a YAML 1.2 reader would see them. */
public final class JsonNodes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonNodes() {}

  /** A node as JSON. */
  public static JsonNode of(Node node) {
    if (node instanceof Node.Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    }
    if (node instanceof Node.Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((Node.Scalar) node);
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    if (scalar.isNothing()) {
      return JSON.nullNode();
    }
    if (!scalar.quoted() && scalar.text().matches("true|True|TRUE|false|False|FALSE")) {
      return JSON.booleanNode(scalar.text().equalsIgnoreCase("true"));
    }
    if (scalar.quoted() || !Numbers.isDecimal(scalar.text())) {
      return JSON.textNode(scalar.text());
    }
    BigDecimal number = new BigDecimal(scalar.text());
    return scalar.text().matches("[-+]?\\d++")
        ? JSON.numberNode(new BigInteger(scalar.text()))
        : JSON.numberNode(number);
  }
}
