package org.datamarket.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.datamarket.model.schema.Property;
import org.datamarket.model.schema.StrategyFormat;
import org.datamarket.model.source.Node;
import org.datamarket.model.source.Numbers;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.SellerStrategy;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.Shortfall;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/** Strategies (docs/model.md §4, §5) from a checked model file. */
final class Strategies {
  private Strategies() {}

  static BuyerStrategy buyer(Fields strategy) {
    return switch (strategy.kind()) {
      case "opt-out" ->
          new OptOut(
              choice(strategy, StrategyFormat.RANKING, RankingOrder.class),
              shortfall(strategy),
              shading(strategy));
      case "cumulative" -> new Cumulative(shortfall(strategy), shading(strategy));
      case "waterfill" -> new Waterfill(shading(strategy));
      case "truthful-single" -> new TruthfulSingle(shading(strategy));
      default -> own(strategy, BuyerStrategy.class);
    };
  }

  static SellerStrategy seller(Fields strategy) {
    return switch (strategy.kind()) {
      case "fixed" -> new FixedReserve();
      case "progressive" -> new ProgressiveReserve(strategy.number(StrategyFormat.DELTA));
      default -> own(strategy, SellerStrategy.class);
    };
  }

  private static Shortfall shortfall(Fields strategy) {
    return choice(strategy, StrategyFormat.SHORTFALL, Shortfall.class);
  }

  private static Shading shading(Fields strategy) {
    return choice(strategy, StrategyFormat.SHADING, Shading.class);
  }

  /** The constant whose name stands in the file in lower case, with hyphens. */
  static <E extends Enum<E>> E choice(Fields fields, Property property, Class<E> type) {
    return Enum.valueOf(type, fields.text(property).toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static <T> T own(Fields strategy, Class<T> role) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (Node.Entry entry : strategy.node().without("class").entries()) {
      parameters.put(entry.key(), Numbers.number(entry.key(), entry.value(), "a number"));
    }
    return OwnClass.find(strategy.node().get("class"), role).create(parameters);
  }
}
