package org.datamarket.model.format;

import static org.datamarket.document.type.Property.optional;
import static org.datamarket.document.type.Property.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.document.Node;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.KindedType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.NamedType;
import org.datamarket.document.type.OwnClass;
import org.datamarket.document.type.OwnType;
import org.datamarket.document.type.Property;
import org.datamarket.document.type.Type;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.model.distribution.Supported;

/** What data is worth to a buyer (docs/model.md §3). */
public final class ValuationFormat {
  private static final Type<Supported> OWN_QUANTITY =
      QuantityFormat.quantity("", Units.NOT_NEGATIVE);

  /** The worth of the first unit, from which the slope of a parabolic valuation follows. */
  private static final Property<Supported> MARGINAL_AT_ZERO =
      optional(
          "marginal-at-zero",
          QuantityFormat.quantity(Units.PRICE, Units.POSITIVE),
          "from slope",
          "The worth of the first unit, θ′(0) = k d, instead of the slope.");

  /** What data may be worth; the first is the default. */
  public static final KindedType<ValuationRule> VALUATION_KINDS =
      KindedType.of(
              DrawnValuation.of(AlphaFair.class),
              DrawnValuation.of(Logarithmic.class),
              DrawnValuation.of(
                  Parabolic.class,
                  new DrawnValuation.Instead(
                      "slope", MARGINAL_AT_ZERO, (demand, marginal) -> marginal / demand)),
              DrawnValuation.of(Linear.class))
          .orOwn(new OwnType<>(OWN_QUANTITY, ValuationFormat::own));

  public static final Property<ValuationRule> VALUATION =
      required(
          "valuation",
          new NamedType<>(
              "valuation",
              "What data is worth to a buyer, θ, up to its demand d.",
              VALUATION_KINDS),
          "What data is worth to the buyer, θ.");

  private ValuationFormat() {}

  private static ValuationRule own(Node name, Map<String, Supported> parameters) {
    OwnClass<Valuation> own = OwnClass.find(name, Valuation.class);
    Map<String, Double> means = new LinkedHashMap<>();
    means.put("demand", 1.0);
    parameters.forEach((key, distribution) -> means.put(key, distribution.mean()));
    own.create(means);
    return (demand, draws) -> {
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("demand", demand);
      parameters.forEach((key, distribution) -> values.put(key, draws.next(key, distribution)));
      return own.create(values);
    };
  }

  /** The same kinds with every parameter allowed to be absent: rows of a table may have them. */
  static KindedType<Object> relaxed() {
    List<KindType<?>> relaxed = new ArrayList<>();
    for (KindType<?> kind : VALUATION_KINDS.kinds()) {
      MappingType parameters = relaxed(kind.parameters());
      relaxed.add(new KindType<>(kind.name(), kind.description(), parameters, Function.identity()));
    }
    return new KindedType<>(
        VALUATION_KINDS.usual(),
        relaxed,
        Optional.of(new OwnType<>(OWN_QUANTITY, (name, parameters) -> name)));
  }

  private static MappingType relaxed(MappingType mapping) {
    List<Property<?>> properties = new ArrayList<>();
    for (Property<?> property : mapping.properties()) {
      properties.add(property.isRequired() ? property.orElse(EntryFormat.A_COLUMN) : property);
    }
    return new MappingType(properties, List.of(), Optional.empty());
  }
}
