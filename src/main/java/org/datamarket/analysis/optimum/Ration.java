package org.datamarket.analysis.optimum;

import org.datamarket.market.Valuation;

/**
 * What makes shares as equal as a network allows: a demand that has its floor whatever the price,
 * and above it the fill t / g = 1 / p², g = demand − floor, at every price p ≥ 1. At one price all
 * have one fill, so the planner's optimum of such demands is the leximin of the fills (Fujishige
 * 1980: the lexicographically optimal base does not depend on which strictly concave function of
 * the fill is summed). This one keeps its digits where fills are small.
 *
 * @param floor what must be had, GB, at least 0
 * @param demand what is wanted at most, GB, at least the floor
 */
record Ration(double floor, double demand) implements Valuation {
  private static final long serialVersionUID = 1;

  /** What is had beyond the floor, as the integral of {@link #marginal} from there. */
  @Override
  public double value(double z) {
    double beyond = Math.min(z, demand) - floor;
    return beyond > 0 ? 2 * Math.sqrt(beyond) * Math.sqrt(demand - floor) : 0;
  }

  @Override
  public double marginal(double z) {
    if (z > demand) {
      return 0;
    }
    return z <= floor ? Double.POSITIVE_INFINITY : Math.sqrt((demand - floor) / (z - floor));
  }

  @Override
  public double demandAt(double price) {
    return price <= 1 ? demand : floor + (demand - floor) / price / price;
  }
}
