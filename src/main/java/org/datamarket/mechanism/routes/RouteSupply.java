package org.datamarket.mechanism.routes;

import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.Totals;

/**
 * What a buyer can have at all resources of its route at once, and at which total price P(z) = Σ_l
 * P^l(z) (docs/mechanisms.md §8).
 *
 * @param view the resources of the route, without the buyer's own bids
 */
record RouteSupply(BuyerView view) {

  /** P^l(z), the market price of the z-th unit at the k-th resource, up to rounding of z, $/GB. */
  double price(int k, double z) {
    return view.rivals(k).firstStep((price, left) -> Totals.meets(left, z)).price();
  }

  /** P^l(z) by resource of the route, $/GB. */
  double[] prices(double z) {
    double[] prices = new double[view.size()];
    for (int k = 0; k < prices.length; k++) {
      prices[k] = price(k, z);
    }
    return prices;
  }

  /** Σ_l ∫₀ᶻ P^l, what z GB at every resource cost, $. */
  double cost(double z) {
    double cost = 0;
    for (int k = 0; k < view.size(); k++) {
      cost += view.rivals(k).costOf(z);
    }
    return cost;
  }

  /**
   * z*, the largest z ≤ min(d, min_l D^l) with θ′(z) ≥ P(z), GB. It lies on one step of the
   * residual supply of each resource; one descent of each tree of bids finds it. O(n² log² m) with
   * n resources and m bids at each.
   */
  double worthwhile(Valuation valuation) {
    double most = most(valuation.demand());
    if (most == 0 || isWorthIts(most, most, valuation)) {
      return most;
    }
    double low = 0;
    double high = most;
    double price = 0;
    for (int k = 0; k < view.size(); k++) {
      Auction.Step step = view.rivals(k).firstStep((y, left) -> !isWorthIts(left, most, valuation));
      low = Math.max(low, Math.min(most, step.residualBelow()));
      high = Math.min(high, step.residual());
      price += step.price();
    }
    return Math.max(low, Math.min(high, valuation.demandAt(price)));
  }

  /** The most utility that any bids whatever could get, unequal ones included, $. */
  double supremum(Valuation valuation) {
    double total = worthwhile(valuation);
    return valuation.value(total) - cost(total);
  }

  private double most(double demand) {
    double most = view.size() == 0 ? 0 : demand;
    for (int k = 0; k < view.size(); k++) {
      most = Math.min(most, view.rivals(k).quantity());
    }
    return most;
  }

  private boolean isWorthIts(double z, double most, Valuation valuation) {
    if (z > most) {
      return false;
    }
    double price = 0;
    for (int k = 0; k < view.size(); k++) {
      price += price(k, z);
    }
    return valuation.marginal(z) >= price;
  }
}
