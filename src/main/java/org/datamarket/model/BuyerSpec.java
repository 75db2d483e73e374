package org.datamarket.model;

import java.io.Serializable;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.BuyerStrategy;

/**
 * One buyer of a drawn population.
 *
 * @param id unique among the buyers, as given or as numbered by its group
 * @param group the name of the group it was drawn from; its id's group is empty when listed alone
 * @param valuation θ with its demand; a {@link org.datamarket.market.WithIsp} where there is an ISP
 * @param budget $, at least 0; infinite when unlimited
 * @param strategy what it bids
 * @param initialBids the bids it starts with, {@link Bids#NONE} by default
 */
public record BuyerSpec(
    String id,
    String group,
    Valuation valuation,
    double budget,
    BuyerStrategy strategy,
    Bids initialBids)
    implements Serializable {

  /** The same buyer with another strategy. */
  public BuyerSpec withStrategy(BuyerStrategy other) {
    return new BuyerSpec(id, group, valuation, budget, other, initialBids);
  }

  /** The same buyer, starting with other bids. */
  public BuyerSpec withBids(Bids bids) {
    return new BuyerSpec(id, group, valuation, budget, strategy, bids);
  }

  /** The same buyer to whom data is worth something else. */
  public BuyerSpec withValuation(Valuation other) {
    return new BuyerSpec(id, group, other, budget, strategy, initialBids);
  }

  /** The same buyer with another budget, $. */
  public BuyerSpec withBudget(double other) {
    return new BuyerSpec(id, group, valuation, other, strategy, initialBids);
  }

  /** The same buyer under another id, in no group. */
  public BuyerSpec called(String other) {
    return new BuyerSpec(other, "", valuation, budget, strategy, initialBids);
  }
}
