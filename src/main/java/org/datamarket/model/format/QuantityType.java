package org.datamarket.model.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.type.Definitions;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.ParameterTable;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.Read;
import org.datamarket.document.type.Type;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.distribution.Support;
import org.datamarket.model.distribution.Supported;

/**
 * A number for all, or a distribution of which each gets a draw of its own.
 *
 * @param number the number; a distribution's draws must lie in its bounds too
 * @param distribution the distributions there are
 * @param meaning what a distribution stands for
 * @param words what the number's words stand for
 */
public record QuantityType<T>(
    NumberType number,
    NamedType<Supported> distribution,
    Function<Supported, T> meaning,
    Map<String, T> words)
    implements Type<T> {

  @Override
  public Read<T> read(String what, Node node) {
    if (node instanceof Node.Mapping mapping) {
      Read<Supported> read = distribution.read(what, node);
      requireBounds(what, mapping.entries().get(0), read.value().support());
      return read.as(meaning);
    }
    if (number.isWord(node)) {
      return new Read<>(node, words.get(((Node.Scalar) node).text()));
    }
    return number.read(what, node).as(value -> meaning.apply(new Constant(value)));
  }

  /** Makes sure that all draws lie where the number must. */
  private void requireBounds(String what, Node.Entry kind, Support support) {
    Range bounds = number.bounds();
    if (!bounds.containsDraws(support.lowest(), support.reached(), support.highest())) {
      throw new Mistake(
          kind.keyPosition(),
          "%s may be drawn %s; expected draws %s"
              .formatted(what, inWords(bounds, support), bounds.inWords()));
    }
  }

  private static String inWords(Range bounds, Support support) {
    return support.lowest() < bounds.from() || (bounds.open() && support.lowest() <= bounds.from())
        ? "as low as " + Range.number(support.lowest())
        : Double.isInfinite(support.highest())
            ? "as high as you like"
            : "as high as " + Range.number(support.highest());
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
