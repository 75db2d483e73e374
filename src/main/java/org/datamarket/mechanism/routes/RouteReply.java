package org.datamarket.mechanism.routes;

import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.Shading;
import org.datamarket.strategy.supply.Totals;
import org.datamarket.strategy.supply.VisiblePrices;

/**
 * What a buyer wants to bid at the resources of its route: the same quantity at each, a little less
 * than what is worth its total price (Lazar &amp; Semret 1998; docs/mechanisms.md §8).
 *
 * @param supremum the most utility that any bids could get, $
 * @param desired z*, GB
 * @param total v, GB: what is asked for at every resource; 0 without bids
 * @param bids one at every resource of the route, or none
 */
public record RouteReply(double supremum, double desired, double total, Bids bids) {

  /**
   * The reply of a buyer.
   *
   * @param epsilon ε, the bid fee, $, at least 0
   * @param view the resources of its route, without its own bids
   */
  public static RouteReply of(
      Valuation valuation, double epsilon, BuyerView view, RoutePrice pricing) {
    RouteSupply supply = new RouteSupply(view);
    double demand = valuation.demand();
    double desired = Totals.wholeIfMet(supply.worthwhile(valuation), demand);
    double supremum = valuation.value(desired) - supply.cost(desired);
    if (Totals.isNothing(desired, demand)) {
      return new RouteReply(supremum, desired, 0, Bids.NONE);
    }
    double total = Shading.UTILITY.shade(valuation, desired, epsilon);
    if (Totals.isNothing(total, demand)) {
      return new RouteReply(supremum, desired, 0, Bids.NONE);
    }
    double[] named = pricing.named(valuation.marginal(total), supply.prices(total));
    return new RouteReply(supremum, desired, total, bids(total, named, view));
  }

  private static Bids bids(double total, double[] named, BuyerView view) {
    int[] resources = new int[named.length];
    Bid[] bids = new Bid[named.length];
    for (int k = 0; k < named.length; k++) {
      resources[k] = view.seller(k);
      bids[k] = new Bid(total, VisiblePrices.asVisible(named[k], view.rivals(k)));
    }
    return Bids.of(resources, bids);
  }

  /** These bids at their prices, but for the same quantity at each, GB. */
  public static Bids consistent(Bids bids, double total) {
    Bids consistent = Bids.NONE;
    for (int k = 0; k < bids.size(); k++) {
      consistent = consistent.with(bids.seller(k), new Bid(total, bids.bid(k).price()));
    }
    return consistent;
  }

  /** min_l a^l, what bids get at all resources of a route, given the rivals', GB. */
  public static double delivered(BuyerView view, Bids bids) {
    double least = view.size() == 0 ? 0 : Double.POSITIVE_INFINITY;
    for (int k = 0; k < view.size(); k++) {
      int resource = view.seller(k);
      least = Math.min(least, view.allocationAt(resource, bids.at(resource)));
    }
    return least;
  }

  /** u = θ(min_l a^l) − Σ_l c^l, what bids are worth, given the rivals', $. */
  public static double utility(Valuation valuation, BuyerView view, Bids bids) {
    return valuation.value(delivered(view, bids)) - view.cost(bids);
  }
}
