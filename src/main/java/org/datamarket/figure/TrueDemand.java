package org.datamarket.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.datamarket.market.Valuation;

/** What buyers want in all at a price, by their true valuations: Σ θ_i′⁻¹(price). */
record TrueDemand(List<Valuation> valuations) {
  private static final int PRICES = 400;
  private static final int MOST_JUMPS = 200;

  /** All that is wanted if it costs nothing, GB. */
  double total() {
    return valuations.stream().mapToDouble(Valuation::demand).sum();
  }

  private double at(double price) {
    return valuations.stream().mapToDouble(valuation -> valuation.demandAt(price)).sum();
  }

  /** Within a factor of 2, the price at which a quantity would still be wanted. */
  double priceOf(double quantity) {
    double price = 1;
    while (quantity > 0 && price < Double.MAX_VALUE / 2 && at(price) > quantity) {
      price *= 2;
    }
    while (price > Double.MIN_NORMAL && at(price) <= quantity) {
      price /= 2;
    }
    return 2 * price;
  }

  /**
   * The curve from a price down to 0. At the prices where θ′ is flat for somebody, demand jumps;
   * the jumps of a few are drawn exactly, those of many are too small to see.
   */
  List<Step> below(double highest) {
    TreeSet<Double> prices = new TreeSet<>();
    for (int k = 0; k <= PRICES; k++) {
      prices.add(highest * k / PRICES);
    }
    Set<Double> jumps = new HashSet<>();
    for (Valuation valuation : valuations) {
      if (valuation.flatUntil() > 0) {
        jumps.add(valuation.marginal(valuation.flatUntil()));
      }
    }
    if (jumps.size() <= MOST_JUMPS) {
      jumps.removeIf(price -> price > highest);
      prices.addAll(jumps);
      jumps.forEach(price -> prices.add(Math.nextUp(price)));
    }
    List<Step> curve = new ArrayList<>(prices.size());
    prices.descendingSet().forEach(price -> curve.add(new Step(at(price), price)));
    return curve;
  }
}
