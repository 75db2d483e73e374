package org.datamarket.model.distribution;

import java.util.List;
import org.datamarket.model.schema.QuantityType;
import org.datamarket.model.schema.Range;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Node;
import org.datamarket.model.source.Numbers;

/** Distributions from the checked nodes of a model file. */
public final class Distributions {
  private Distributions() {}

  /**
   * A number or a distribution whose draws all lie in the bounds.
   *
   * @param what how messages call it
   * @throws Mistake if a draw could lie outside, or the parameters do not fit each other
   */
  public static Supported read(String what, Node node, QuantityType type) {
    if (node instanceof Node.Scalar) {
      return new Constant(number(node));
    }
    Node.Entry kind = ((Node.Mapping) node).entries().get(0);
    Supported distribution = read(kind);
    Support support = distribution.support();
    Range bounds = type.bounds();
    if (!bounds.containsDraws(support.lowest(), support.reached(), support.highest())) {
      throw new Mistake(
          kind.keyPosition(),
          what
              + " may be drawn "
              + inWords(bounds, support)
              + "; expected draws "
              + bounds.inWords());
    }
    return distribution;
  }

  private static String inWords(Range bounds, Support support) {
    return support.lowest() < bounds.from() || (bounds.open() && support.lowest() <= bounds.from())
        ? "as low as " + Range.number(support.lowest())
        : Double.isInfinite(support.highest())
            ? "as high as you like"
            : "as high as " + Range.number(support.highest());
  }

  private static Supported read(Node.Entry kind) {
    return switch (kind.key()) {
      case "constant" -> new Constant(number(kind.value()));
      case "uniform" -> uniform((Node.Mapping) kind.value());
      case "normal" -> new TruncatedNormal(part(kind, "mean"), part(kind, "sd"));
      case "lognormal" -> new LogNormal(part(kind, "median"), part(kind, "sigma"));
      case "exponential" -> new Exponential(part(kind, "mean"));
      case "weibull" -> weibull((Node.Mapping) kind.value());
      case "empirical" -> new Empirical(values((Node.Sequence) kind.value()));
      default -> throw new IllegalStateException("unchecked distribution " + kind.key());
    };
  }

  private static Supported uniform(Node.Mapping parts) {
    double min = number(parts.get("min"));
    Node max = parts.get("max");
    if (number(max) < min) {
      throw Numbers.wrong("max", max, "", "at least min, which is " + parts.get("min").inWords());
    }
    return new Uniform(min, number(max));
  }

  private static Supported weibull(Node.Mapping parts) {
    double shape = number(parts.get("shape"));
    return parts.has("mean")
        ? Weibull.ofMean(shape, number(parts.get("mean")))
        : new Weibull(shape, number(parts.get("scale")));
  }

  private static List<Double> values(Node.Sequence list) {
    return list.items().stream().map(Distributions::number).toList();
  }

  private static double part(Node.Entry kind, String key) {
    return number(((Node.Mapping) kind.value()).get(key));
  }

  private static double number(Node node) {
    return Numbers.number("it", node, "a number");
  }
}
