package org.datamarket.model.schema;

import static org.datamarket.model.schema.Property.optional;
import static org.datamarket.model.schema.Property.required;
import static org.datamarket.model.schema.Property.withDefault;

import java.util.List;
import java.util.Optional;

/** What data is worth to a buyer (docs/model.md §3). */
public final class ValuationFormat {
  public static final Property SIGMA =
      required("sigma", QuantityFormat.quantity("$/GB^(1−α)", Units.POSITIVE), "The scale σ.");

  public static final Property ALPHA =
      required(
          "alpha",
          QuantityFormat.quantity("1", Range.fromBelow(0, 1)),
          "How quickly the worth of one more unit falls, α; 0 is linear.");

  public static final Property BASE =
      withDefault(
          "base",
          QuantityFormat.quantity(Units.GB, Units.NOT_NEGATIVE),
          "0",
          "What the user has already, b.");

  public static final Property LOGARITHMIC_SIGMA =
      required("sigma", QuantityFormat.quantity(Units.MONEY, Units.POSITIVE), "The scale σ.");

  public static final Property LOGARITHMIC_BASE =
      required(
          "base",
          QuantityFormat.quantity(Units.GB, Units.POSITIVE),
          "The quantity b that scales the logarithm.");

  public static final Property SLOPE =
      optional(
          "slope",
          QuantityFormat.quantity("$/GB²", Units.POSITIVE),
          "from marginal-at-zero",
          "How quickly the worth of one more unit falls, k.");

  public static final Property MARGINAL_AT_ZERO =
      optional(
          "marginal-at-zero",
          QuantityFormat.quantity(Units.PRICE, Units.POSITIVE),
          "from slope",
          "The worth of the first unit, θ′(0) = k d, instead of the slope.");

  public static final Property UNIT_VALUE =
      required(
          "unit-value",
          QuantityFormat.quantity(Units.PRICE, Units.POSITIVE),
          "What every unit up to the demand is worth, w.");

  private static final Type OWN_QUANTITY = QuantityFormat.quantity("", Units.NOT_NEGATIVE);

  public static final KindedType VALUATION_KINDS =
      new KindedType(
          "alpha-fair",
          List.of(
              new KindedType.Kind(
                  "alpha-fair",
                  "θ(x) = σ [(b+x)^(1−α) − b^(1−α)] / (1−α).",
                  MappingType.of(SIGMA, ALPHA, BASE)),
              new KindedType.Kind(
                  "logarithmic",
                  "θ(x) = σ ln(1 + x/b).",
                  MappingType.of(LOGARITHMIC_SIGMA, LOGARITHMIC_BASE)),
              new KindedType.Kind(
                  "parabolic",
                  "θ(x) = k (d x − x²/2).",
                  MappingType.of(SLOPE, MARGINAL_AT_ZERO)
                      .withOneOf(SLOPE.key(), MARGINAL_AT_ZERO.key())),
              new KindedType.Kind("linear", "θ(x) = w x.", MappingType.of(UNIT_VALUE))),
          Optional.of(OWN_QUANTITY));

  public static final Property VALUATION =
      required(
          "valuation",
          new NamedType(
              "valuation",
              "What data is worth to a buyer, θ, up to its demand d.",
              VALUATION_KINDS),
          "What data is worth to the buyer, θ.");

  private ValuationFormat() {}

  /** The same kinds with every parameter allowed to be absent. */
  static KindedType relaxed(KindedType kinds) {
    List<KindedType.Kind> relaxed =
        kinds.kinds().stream()
            .map(
                kind ->
                    new KindedType.Kind(
                        kind.name(), kind.description(), relaxed(kind.parameters())))
            .toList();
    return new KindedType(kinds.usual(), relaxed, kinds.own());
  }

  private static MappingType relaxed(MappingType mapping) {
    List<Property> properties =
        mapping.properties().stream()
            .map(
                property ->
                    property.isRequired() ? property.orElse(EntryFormat.A_COLUMN) : property)
            .toList();
    return new MappingType(properties, List.of(), Optional.empty());
  }
}
