package org.datamarket.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.model.distribution.Distributions;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.schema.Property;
import org.datamarket.model.schema.QuantityType;
import org.datamarket.model.schema.ValuationFormat;
import org.datamarket.model.source.Node;

/** Valuations (docs/model.md §3) from a checked model file. */
final class ValuationRules {
  private ValuationRules() {}

  static ValuationRule read(Fields valuation) {
    return switch (valuation.kind()) {
      case "alpha-fair" -> alphaFair(valuation);
      case "logarithmic" -> logarithmic(valuation);
      case "parabolic" -> parabolic(valuation);
      case "linear" -> linear(valuation);
      default -> own(valuation);
    };
  }

  private static ValuationRule alphaFair(Fields valuation) {
    Drawn sigma = Drawn.of(valuation, ValuationFormat.SIGMA);
    Drawn alpha = Drawn.of(valuation, ValuationFormat.ALPHA);
    Drawn base = Drawn.of(valuation, ValuationFormat.BASE);
    return (demand, draws) ->
        new AlphaFair(demand, sigma.next(draws), alpha.next(draws), base.next(draws));
  }

  private static ValuationRule logarithmic(Fields valuation) {
    Drawn sigma = Drawn.of(valuation, ValuationFormat.LOGARITHMIC_SIGMA);
    Drawn base = Drawn.of(valuation, ValuationFormat.LOGARITHMIC_BASE);
    return (demand, draws) -> new Logarithmic(demand, sigma.next(draws), base.next(draws));
  }

  private static ValuationRule parabolic(Fields valuation) {
    if (valuation.has(ValuationFormat.SLOPE)) {
      Drawn slope = Drawn.of(valuation, ValuationFormat.SLOPE);
      return (demand, draws) -> new Parabolic(demand, slope.next(draws));
    }
    Drawn first = Drawn.of(valuation, ValuationFormat.MARGINAL_AT_ZERO);
    return (demand, draws) -> new Parabolic(demand, first.next(draws) / demand);
  }

  private static ValuationRule linear(Fields valuation) {
    Drawn value = Drawn.of(valuation, ValuationFormat.UNIT_VALUE);
    return (demand, draws) -> new Linear(demand, value.next(draws));
  }

  private static ValuationRule own(Fields valuation) {
    QuantityType type = (QuantityType) ValuationFormat.VALUATION_KINDS.own().orElseThrow();
    Map<String, Supported> parameters = new LinkedHashMap<>();
    for (Node.Entry entry : valuation.node().without("class").entries()) {
      parameters.put(entry.key(), Distributions.read(entry.key(), entry.value(), type));
    }
    OwnClass<Valuation> own = OwnClass.find(valuation.node().get("class"), Valuation.class);
    Map<String, Double> means = new LinkedHashMap<>();
    means.put("demand", 1.0);
    parameters.forEach((name, distribution) -> means.put(name, distribution.mean()));
    own.create(means);
    return (demand, draws) -> {
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("demand", demand);
      parameters.forEach((name, distribution) -> values.put(name, draws.next(name, distribution)));
      return own.create(values);
    };
  }

  /** A quantity under the name of its stream. */
  private record Drawn(String name, Supported distribution) {
    static Drawn of(Fields fields, Property property) {
      return new Drawn(property.key(), fields.quantity(property));
    }

    double next(Draws draws) {
      return draws.next(name, distribution);
    }
  }
}
