package org.datamarket.strategy;

import org.datamarket.market.Valuation;

/**
 * How far below the desired total a buyer bids, to bid a price above its rivals' (docs/model.md §4,
 * step 4).
 */
public enum Shading {
  /**
   * The smallest total that is worth at most ε less than the desired one; the whole demand, if it
   * is met, is left as it is. The default.
   */
  UTILITY {
    @Override
    double shaded(Valuation valuation, double desired, boolean met, double epsilon) {
      return met && desired >= valuation.demand()
          ? desired
          : valuation.quantityWorth(valuation.value(desired) - epsilon);
    }
  },
  /**
   * ε / θ′(0) less, also of the whole demand (Lazar &amp; Semret 1998); nothing less where θ′(0) is
   * infinite.
   */
  LAZAR_SEMRET {
    @Override
    double shaded(Valuation valuation, double desired, boolean met, double epsilon) {
      return desired - epsilon / valuation.marginal(0);
    }
  };

  static final String MEANING =
      "How the bid stays below the desired total: at most ε of value less, or ε/θ′(0) less.";

  /** The total by this rule alone, GB; may be negative. */
  abstract double shaded(Valuation valuation, double desired, boolean met, double epsilon);

  /**
   * The total to bid for. Where θ′ is constant a smaller total has no higher price, so there is no
   * shading within such a stretch, nor into one.
   *
   * @param valuation θ
   * @param desired z*, GB in (0, d]
   * @param epsilon ε, $
   * @return v, GB in [0, z*]
   */
  public double shade(Valuation valuation, double desired, double epsilon) {
    return shade(valuation, desired, true, epsilon);
  }

  /**
   * The same for a desired total that need not be met itself, though all smaller ones are.
   *
   * @param met whether it is
   */
  double shade(Valuation valuation, double desired, boolean met, double epsilon) {
    double flat = valuation.flatUntil();
    return desired <= flat
        ? desired
        : Math.min(desired, Math.max(flat, shaded(valuation, desired, met, epsilon)));
  }
}
