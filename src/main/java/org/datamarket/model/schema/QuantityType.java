package org.datamarket.model.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.datamarket.model.source.Node;

/**
 * A number for all, or a distribution of which each gets a draw of its own.
 *
 * @param number the number; a distribution's draws must lie in its bounds too
 * @param distribution the distributions there are
 */
public record QuantityType(NumberType number, NamedType distribution) implements Type {
  @Override
  public Node check(String what, Node node) {
    return node instanceof Node.Mapping ? distribution.check(what, node) : number.check(what, node);
  }

  /** Where the number or the draws must lie. */
  public Range bounds() {
    return number.bounds();
  }

  @Override
  public String expected() {
    return number.expected() + ", or a distribution such as {uniform: {min: 1, max: 2}}";
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode either = Definitions.object();
    either.putArray("anyOf").add(number.schema(definitions)).add(distribution.schema(definitions));
    return either;
  }

  @Override
  public String name() {
    return "number or distribution";
  }

  @Override
  public String unit() {
    return number.unit();
  }

  @Override
  public String range() {
    return number.range();
  }

  @Override
  public void list(String path, ParameterTable table) {
    distribution.list(path, table);
  }
}
