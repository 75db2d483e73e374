package org.datamarket.strategy;

import org.datamarket.market.Valuation;

/** How far below the desired total a buyer bids, to bid a price above its rivals' (docs/model.md §4, step 4). */
public enum Shading {
  /**
   * The smallest total that is worth at most ε less than the desired one; the whole demand, and any
   * total where θ′ is constant, is left as it is. The default.
   */
  UTILITY {
    @Override
    public double shade(Valuation valuation, double desired, double epsilon) {
      if (desired >= valuation.demand() || desired <= valuation.flatUntil()) {
        return desired;
      }
      double shaded = valuation.quantityWorth(valuation.value(desired) - epsilon);
      return Math.min(desired, Math.max(shaded, valuation.flatUntil()));
    }
  },
  /** ε / θ′(0) less, always (Lazar &amp; Semret 1998); nothing less where θ′(0) is infinite. */
  LAZAR_SEMRET {
    @Override
    public double shade(Valuation valuation, double desired, double epsilon) {
      return Math.max(0, desired - epsilon / valuation.marginal(0));
    }
  };

  /**
   * The total to bid for.
   *
   * @param valuation θ
   * @param desired z*, GB in (0, d]
   * @param epsilon ε, $
   * @return v, GB in [0, z*]
   */
  public abstract double shade(Valuation valuation, double desired, double epsilon);
}
