package org.datamarket.chart;

import java.util.Optional;
import org.datamarket.model.MarketModel;

/**
 * What all charts of a run say of it.
 *
 * @param model the model's name
 * @param seed the run's seed
 * @param currency the label of money
 * @param clearedBy the mechanism that clears the market once, without rounds; empty for auctions
 */
public record Subject(String model, long seed, String currency, Optional<String> clearedBy) {

  /** The subject of a run that is played by rounds. */
  public Subject(String model, long seed, String currency) {
    this(model, seed, currency, Optional.empty());
  }

  /** The subject of a model's run. */
  public static Subject of(MarketModel model) {
    Optional<String> clearedBy =
        model.isClearedOnce() ? Optional.of(model.design().key()) : Optional.empty();
    return new Subject(model.name(), model.seed(), model.currency(), clearedBy);
  }

  /** A line that says which run this is. */
  public String caption() {
    return "%s · seed %s%s"
        .formatted(model, seed, clearedBy.map(" · cleared once by %s"::formatted).orElse(""));
  }

  /** Whether a mechanism clears the market once, without rounds. */
  boolean isClearedOnce() {
    return clearedBy.isPresent();
  }

  /** Where it stands after a round, in words. */
  String after(int round) {
    return isClearedOnce() ? "no rounds" : "after round %s".formatted(round);
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
