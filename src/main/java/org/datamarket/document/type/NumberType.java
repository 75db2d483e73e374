package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.datamarket.document.Magnitude;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;

/**
 * A finite number.
 *
 * @param unit its unit; "1" for a pure number, empty for that of its quantity
 * @param bounds where it must lie
 * @param words words that may stand instead, such as {@code unlimited}: what they mean, the type
 *     that has them knows
 */
public record NumberType(String unit, Range bounds, List<String> words) implements Type<Double> {

  /** A number without words. */
  public static NumberType of(String unit, Range bounds) {
    return new NumberType(unit, bounds, List.of());
  }

  @Override
  public Read<Double> read(String what, Node node) {
    double value = Numbers.number(what, node, expected() + suggestion(node));
    if (!bounds.contains(value)) {
      throw Numbers.wrong(what, node, "", expected());
    }
    return new Read<>(node, value);
  }

  /** Whether a node is one of the words. */
  public boolean isWord(Node node) {
    return node instanceof Node.Scalar scalar && words.contains(scalar.text());
  }

  private String suggestion(Node node) {
    return node instanceof Node.Scalar scalar ? Words.didYouMean(scalar.text(), words) : "";
  }

  @Override
  public String expected() {
    String of = unit.isEmpty() || unit.equals("1") ? "" : " (" + unit + ")";
    String or = words.isEmpty() ? "" : ", or " + String.join(" or ", words);
    String within = bounds.inWords();
    return "a number" + (within.isEmpty() ? "" : " " + within) + of + or;
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode number = Definitions.object().put("type", "number");
    boolean positive = bounds.open() && bounds.from() == 0;
    number.put(
        bounds.open() && !positive ? "exclusiveMinimum" : "minimum",
        exact(positive ? Magnitude.LEAST : bounds.from()));
    number.put(bounds.below() ? "exclusiveMaximum" : "maximum", exact(bounds.to()));
    if (bounds.contains(0)) {
      number.set("not", nearZero());
    }
    if (words.isEmpty()) {
      return number;
    }
    ObjectNode either = Definitions.object();
    ArrayNode names = Definitions.object().arrayNode();
    words.forEach(names::add);
    either.putArray("anyOf").add(number).add(Definitions.object().set("enum", names));
    return either;
  }

  /** What is above 0, but not large enough. */
  private static ObjectNode nearZero() {
    return Definitions.object()
        .put("exclusiveMinimum", 0)
        .put("exclusiveMaximum", exact(Magnitude.LEAST));
  }

  /** Whole numbers without a point. */
  private static BigDecimal exact(double bound) {
    BigDecimal decimal = BigDecimal.valueOf(bound).stripTrailingZeros();
    return decimal.scale() <= 0 ? decimal.setScale(0) : decimal;
  }

  @Override
  public String name() {
    return "number";
  }

  @Override
  public String range() {
    return bounds.formula() + (words.isEmpty() ? "" : " or " + String.join(" or ", words));
  }
}
