package org.datamarket.analysis.fairness;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.Valuation;

/**
 * The largest envy over pairs of buyers: what i would gain by having k's data at k's cost,
 * θ_i(min(a_k, d_i)) − c_k − u_i, at least 0 (docs/model.md §7). Only bundles that no other bundle
 * beats in both quantity and cost can be envied the most, so each buyer looks at those alone; and
 * at a stretch of them only if the most data of all at the least cost of all would be envied more
 * than anything so far.
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
      largest = largest(valuations.get(i), utilities[i], bundles, largest);
    }
    return largest;
  }

  /** The larger of what is given and what a buyer envies most in a stretch of bundles, $. */
  private static double largest(
      Valuation valuation, double utility, List<Bundle> bundles, double least) {
    Bundle dearest = bundles.get(0);
    Bundle cheapest = bundles.get(bundles.size() - 1);
    double most = valuation.value(dearest.allocation()) - cheapest.cost() - utility;
    if (most <= least || bundles.size() == 1) {
      return Math.max(least, most);
    }
    int half = bundles.size() / 2;
    double upper = largest(valuation, utility, bundles.subList(0, half), least);
    return largest(valuation, utility, bundles.subList(half, bundles.size()), upper);
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
