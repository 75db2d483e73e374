package org.datamarket.chart;

import org.datamarket.model.MarketModel;

/**
 * What all charts of a run say of it.
 *
 * @param model the model's name
 * @param seed the run's seed
 * @param currency the label of money
 */
public record Subject(String model, long seed, String currency) {

  /** The subject of a model's run. */
  public static Subject of(MarketModel model) {
    return new Subject(model.name(), model.seed(), model.currency());
  }

  /** A line that says which run this is. */
  public String caption() {
    return model + " · seed " + seed;
  }

  /** An axis label with the unit of money. */
  String money(String what) {
    return what + " (" + currency + ")";
  }

  /** An axis label with the unit of unit prices. */
  String unitPrice(String what) {
    return what + " (" + currency + "/GB)";
  }
}
