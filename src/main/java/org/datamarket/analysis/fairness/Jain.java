package org.datamarket.analysis.fairness;

import java.util.List;
import org.datamarket.market.Valuation;

/** Jain's fairness index of the shares of demand that buyers get (docs/model.md §7). */
public final class Jain {
  private Jain() {}

  /**
   * (Σf)² / (I Σf²), f_i = a_i / d_i, 0 where nothing is wanted; NaN when nobody gets anything.
   *
   * @param allocations a_i by buyer, GB
   */
  public static double index(List<Valuation> valuations, double[] allocations) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < allocations.length; i++) {
      double demand = valuations.get(i).demand();
      double share = demand == 0 ? 0 : allocations[i] / demand;
      sum += share;
      squares += share * share;
    }
    return squares == 0 ? Double.NaN : sum * sum / (allocations.length * squares);
  }
}
