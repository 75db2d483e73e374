package org.datamarket.analysis.optimum;

import org.datamarket.market.Valuation;

/**
 * What a buyer may have at a price: from its demand just above it to its demand at it.
 *
 * @param floor D(Λ⁺), GB
 * @param most D(Λ), GB, at least the floor
 * @param demand d, GB
 */
record Jump(double floor, double most, double demand) {
  /** Prices that differ by less than this share are one. */
  static final double SAME = 1e-12;

  /** A jump below this share of the demand at the price is none. */
  private static final double NONE = 1e-9;

  /** At a price that may be off by rounding; exactly at it if the demand jumps there. */
  static Jump at(Valuation valuation, double price) {
    Jump exact = between(valuation, price, Math.nextUp(price));
    return exact.isReal() || !Double.isFinite(price)
        ? exact
        : between(valuation, price * (1 - SAME), Math.max(price * (1 + SAME), Math.nextUp(price)));
  }

  private static Jump between(Valuation valuation, double price, double above) {
    double most = valuation.demandAt(price);
    return new Jump(Math.min(most, valuation.demandAt(above)), most, valuation.demand());
  }

  /** Whether there is more than one thing to have. */
  boolean isReal() {
    return most - floor > NONE * most;
  }

  /**
   * A total without what rounding does to sums: at an end of the jump or of a step, at d.
   *
   * @param available what there is for the buyer to have, GB: beside a jump far beyond that, no
   *     share of the jump is negligible
   */
  double rounded(double total, double available) {
    if (isReal()) {
      double negligible = Rounded.TO * Math.min(most - floor, available);
      double lower = Math.abs(total - floor) <= negligible ? floor : total;
      return Math.abs(most - lower) <= negligible ? most : lower;
    }
    return floor == most ? Rounded.to(most, total) : Rounded.to(demand, total);
  }
}
