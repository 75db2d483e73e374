package org.datamarket.model.schema;

import static org.datamarket.model.schema.Property.optional;
import static org.datamarket.model.schema.Property.required;

import java.util.List;

/** Quantities: a number for all, or a distribution of which each gets a draw of its own. */
public final class QuantityFormat {
  private static final Type FINITE_MEAN = NumberType.of("", Units.POSITIVE);

  private static final Type VALUE = NumberType.of("", Units.NOT_NEGATIVE);

  public static final NamedType DISTRIBUTION =
      new NamedType(
          "distribution",
          "A distribution of a quantity that is not negative; each buyer or seller gets a draw of"
              + " its own. Its parameters have the quantity's unit, but for shapes and the"
              + " lognormal's sigma, which are pure numbers.",
          MappingType.of(
                  optional("constant", VALUE, "another distribution", "Always this value."),
                  optional(
                      "uniform",
                      MappingType.of(
                          required("min", VALUE, "The least value."),
                          required("max", VALUE, "The largest value, at least the least.")),
                      "another distribution",
                      "Every value between two equally likely."),
                  optional(
                      "normal",
                      MappingType.of(
                          required("mean", VALUE, "The mean before truncation."),
                          required("sd", FINITE_MEAN, "The standard deviation before truncation.")),
                      "another distribution",
                      "Normal, truncated at 0: values below 0 are never drawn."),
                  optional(
                      "lognormal",
                      MappingType.of(
                          required("median", FINITE_MEAN, "The median."),
                          required(
                              "sigma",
                              NumberType.of("1", Range.between(0, 10)),
                              "The standard deviation of the logarithm.")),
                      "another distribution",
                      "The logarithm is normal."),
                  optional(
                      "exponential",
                      MappingType.of(required("mean", FINITE_MEAN, "The mean.")),
                      "another distribution",
                      "Exponential: the time between events that come at a constant rate."),
                  optional(
                      "weibull",
                      MappingType.of(
                              required(
                                  "shape",
                                  NumberType.of("1", Range.between(0.1, 100)),
                                  "The shape: 1 is exponential; below 1 a heavier tail."),
                              optional(
                                  "scale",
                                  FINITE_MEAN,
                                  "from the mean",
                                  "The scale: exceeded with probability 1/e."),
                              optional(
                                  "mean",
                                  FINITE_MEAN,
                                  "from the scale",
                                  "The mean, instead of the scale."))
                          .withOneOf("scale", "mean"),
                      "another distribution",
                      "Weibull."),
                  optional(
                      "empirical",
                      new ListType(VALUE, 1),
                      "another distribution",
                      "One of these values, each equally likely."))
              .withOneOf(
                  "constant",
                  "uniform",
                  "normal",
                  "lognormal",
                  "exponential",
                  "weibull",
                  "empirical"));

  private QuantityFormat() {}

  static QuantityType quantity(String unit, Range bounds, String... words) {
    return new QuantityType(new NumberType(unit, bounds, List.of(words)), DISTRIBUTION);
  }
}
