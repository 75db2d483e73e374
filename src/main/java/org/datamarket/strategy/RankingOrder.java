package org.datamarket.strategy;

import org.datamarket.market.Auction;
import org.datamarket.market.Valuation;

/**
 * By what a buyer ranks the sellers that have something left for it, and what of it counts as left
 * (docs/model.md §4, step 1).
 */
public enum RankingOrder {
  /** By the residual supply Q at the buyer's own price, the largest first. The default. */
  RESIDUAL,
  /** By the quantity on offer, the largest first. */
  OFFER,
  /** By the uncontested supply U at the buyer's own price: what a tied rival asks for is taken. */
  UNCONTESTED {
    @Override
    double left(Auction rivals, double price) {
      return rivals.uncontested(price);
    }

    @Override
    RankingOrder from(double price, Valuation valuation) {
      boolean constant = valuation.flatUntil() > 0 && price == valuation.marginal(0);
      return constant ? this : RESIDUAL;
    }
  };

  /** What a seller has left for a buyer at its price, GB. */
  double left(Auction rivals, double price) {
    return rivals.residual(price);
  }

  /**
   * The order that holds for the totals from the price of a step of supply up to the next step.
   * Where θ′ falls, only one total has just that price and all smaller ones a higher, at which the
   * bids of the step are in nobody's way: then U is the Q of the step. Where θ′ is constant, all of
   * the totals have that very price.
   */
  RankingOrder from(double price, Valuation valuation) {
    return this;
  }
}
