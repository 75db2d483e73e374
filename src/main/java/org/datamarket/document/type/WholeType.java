package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/**
 * A whole number.
 *
 * @param least the least allowed
 * @param most the most allowed
 */
public record WholeType(long least, long most) implements Type<Long> {
  @Override
  public Read<Long> read(String what, Node node) {
    BigInteger value = Numbers.whole(what, node, expected());
    boolean tooSmall = value.compareTo(BigInteger.valueOf(least)) < 0;
    if (tooSmall || value.compareTo(BigInteger.valueOf(most)) > 0) {
      throw Numbers.wrong(what, node, "", expected());
    }
    return new Read<>(node, value.longValueExact());
  }

  @Override
  public String expected() {
    return least == most ? String.valueOf(least) : "a whole number from " + least + " to " + most;
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    return Definitions.object().put("type", "integer").put("minimum", least).put("maximum", most);
  }

  @Override
  public String name() {
    return "whole number";
  }

  @Override
  public String range() {
    return "[" + least + ", " + most + "]";
  }
}
