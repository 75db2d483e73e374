package org.datamarket.model.format;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.document.Numbers;
import org.datamarket.document.type.ComponentTypes;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.ListType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.NumberType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Range;
import org.datamarket.document.type.Type;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.distribution.Distribution;
import org.datamarket.model.distribution.Empirical;
import org.datamarket.model.distribution.Exponential;
import org.datamarket.model.distribution.LogNormal;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.distribution.TruncatedNormal;
import org.datamarket.model.distribution.Uniform;
import org.datamarket.model.distribution.Weibull;

/** Quantities: a number for all, or a distribution of which each gets a draw of its own. */
public final class QuantityFormat {
  private static final Type<Double> VALUE = NumberType.of("", Units.NOT_NEGATIVE);

  private static final Type<Double> POSITIVE_VALUE = NumberType.of("", Units.POSITIVE);

  private static final Property<Double> MIN = required("min", VALUE, "The least value.");
  private static final Property<Double> MAX =
      required("max", VALUE, "The largest value, at least the least.");

  private static final Property<Double> NORMAL_MEAN =
      required("mean", VALUE, "The mean before truncation.");
  private static final Property<Double> NORMAL_SD =
      required("sd", POSITIVE_VALUE, "The standard deviation before truncation.");

  private static final Property<Double> MEDIAN = required("median", POSITIVE_VALUE, "The median.");
  private static final Property<Double> SIGMA =
      required(
          "sigma",
          NumberType.of("1", Range.between(0, 10)),
          "The standard deviation of the logarithm.");

  private static final Property<Double> MEAN = required("mean", POSITIVE_VALUE, "The mean.");

  private static final Property<Double> SHAPE =
      required(
          "shape",
          NumberType.of("1", Range.between(0.1, 100)),
          "The shape: 1 is exponential; below 1 a heavier tail.");
  private static final Property<Double> WEIBULL_SCALE =
      optional(
          "scale", POSITIVE_VALUE, "from the mean", "The scale: exceeded with probability 1/e.");
  private static final Property<Double> WEIBULL_MEAN =
      optional("mean", POSITIVE_VALUE, "from the scale", "The mean, instead of the scale.");

  private static final MappingType DISTRIBUTIONS =
      oneOf(
          kind("constant", VALUE.as(Constant::new), "Always this value."),
          kind(
              "uniform",
              MappingType.of(MIN, MAX).as(QuantityFormat::uniform),
              "Every value between two equally likely."),
          kind(
              "normal",
              MappingType.of(NORMAL_MEAN, NORMAL_SD)
                  .as(of -> new TruncatedNormal(of.get(NORMAL_MEAN), of.get(NORMAL_SD))),
              "Normal, truncated at 0: values below 0 are never drawn."),
          kind(
              "lognormal",
              MappingType.of(MEDIAN, SIGMA).as(of -> new LogNormal(of.get(MEDIAN), of.get(SIGMA))),
              "The logarithm is normal."),
          kind(
              "exponential",
              MappingType.of(MEAN).as(of -> new Exponential(of.get(MEAN))),
              "Exponential: the time between events that come at a constant rate."),
          kind(
              "weibull",
              MappingType.of(SHAPE, WEIBULL_SCALE, WEIBULL_MEAN)
                  .withOneOf(WEIBULL_SCALE.key(), WEIBULL_MEAN.key())
                  .as(QuantityFormat::weibull),
              "Weibull."),
          kind(
              "empirical",
              new ListType<>(VALUE, 1).as(Empirical::new),
              "One of these values, each equally likely."));

  public static final NamedType<Supported> DISTRIBUTION =
      new NamedType<>(
          "distribution",
          "A distribution of a quantity that is not negative; each buyer or seller gets a draw of"
              + " its own. Its parameters have the quantity's unit, but for shapes and the"
              + " lognormal's sigma, which are pure numbers.",
          DISTRIBUTIONS.as(of -> (Supported) of.values().values().iterator().next()));

  /** Components of records may be distributions, too. */
  static final ComponentTypes WITH_QUANTITIES =
      (java, meaning) ->
          java == Distribution.class
              ? quantity(meaning.unit(), Range.of(meaning.range()))
              : ComponentTypes.PLAIN.of(java, meaning);

  private QuantityFormat() {}

  /** A quantity. */
  public static QuantityType<Supported> quantity(String unit, Range bounds) {
    return new QuantityType<>(
        NumberType.of(unit, bounds), DISTRIBUTION, Function.identity(), Map.of());
  }

  /** A quantity, or a word that stands for one. */
  static QuantityType<Supported> quantityOr(
      String word, double meaning, String unit, Range bounds) {
    return new QuantityType<>(
        new NumberType(unit, bounds, List.of(word)),
        DISTRIBUTION,
        Function.identity(),
        Map.of(word, new Constant(meaning)));
  }

  /** A quantity, unless a word stands there. */
  static QuantityType<Optional<Supported>> quantityUnless(String word, String unit, Range bounds) {
    return new QuantityType<>(
        new NumberType(unit, bounds, List.of(word)),
        DISTRIBUTION,
        Optional::of,
        Map.of(word, Optional.empty()));
  }

  private static Property<?> kind(String name, Type<? extends Supported> type, String meaning) {
    return optional(name, type, "another distribution", meaning);
  }

  private static MappingType oneOf(Property<?>... kinds) {
    MappingType all = MappingType.of(kinds);
    return all.withOneOf(all.keys().toArray(String[]::new));
  }

  private static Uniform uniform(Fields of) {
    if (of.get(MAX) < of.get(MIN)) {
      throw Numbers.wrong(
          MAX.key(), of.node(MAX), "", "at least min, which is " + of.node(MIN).inWords());
    }
    return new Uniform(of.get(MIN), of.get(MAX));
  }

  private static Weibull weibull(Fields of) {
    return of.find(WEIBULL_MEAN)
        .map(mean -> Weibull.ofMean(of.get(SHAPE), mean))
        .orElseGet(() -> new Weibull(of.get(SHAPE), of.get(WEIBULL_SCALE)));
  }
}
