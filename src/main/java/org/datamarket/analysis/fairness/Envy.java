package org.datamarket.analysis.fairness;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.Valuation;

/**
 * The largest envy over pairs of buyers: what i would gain by having k's data at k's cost,
 * θ_i(min(a_k, d_i)) − c_k − u_i, at least 0 (docs/model.md §7). Only bundles that no other bundle
 * beats in both quantity and cost can be envied the most, so each buyer looks at those alone.
 */
public final class Envy {
  private Envy() {}

  /** Data and what it costs, GB and $. */
  private record Bundle(double allocation, double cost) {}

  /**
   * $, at least 0.
   *
   * @param allocations a_i by buyer, GB
   * @param costs c_i by buyer, $
   */
  public static double largest(List<Valuation> valuations, double[] allocations, double[] costs) {
    double[] utilities = new double[costs.length];
    for (int i = 0; i < utilities.length; i++) {
      utilities[i] = valuations.get(i).value(allocations[i]) - costs[i];
    }
    return largest(valuations, allocations, costs, utilities);
  }

  /**
   * The same of utilities at hand.
   *
   * @param utilities θ_i(a_i) − c_i by buyer, $
   */
  public static double largest(
      List<Valuation> valuations, double[] allocations, double[] costs, double[] utilities) {
    List<Bundle> bundles = undominated(allocations, costs);
    double largest = 0;
    for (int i = 0; i < utilities.length; i++) {
      for (Bundle bundle : bundles) {
        double worth = valuations.get(i).value(bundle.allocation()) - bundle.cost();
        largest = Math.max(largest, worth - utilities[i]);
      }
    }
    return largest;
  }

  private static List<Bundle> undominated(double[] allocations, double[] costs) {
    List<Bundle> all = new ArrayList<>();
    for (int i = 0; i < costs.length; i++) {
      all.add(new Bundle(allocations[i], costs[i]));
    }
    all.sort(
        (a, b) ->
            a.allocation() != b.allocation()
                ? Double.compare(b.allocation(), a.allocation())
                : Double.compare(a.cost(), b.cost()));
    List<Bundle> undominated = new ArrayList<>();
    double cheapest = Double.POSITIVE_INFINITY;
    for (Bundle bundle : all) {
      if (bundle.cost() < cheapest) {
        undominated.add(bundle);
        cheapest = bundle.cost();
      }
    }
    return undominated;
  }
}
