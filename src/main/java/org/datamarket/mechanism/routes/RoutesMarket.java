package org.datamarket.mechanism.routes;

import java.util.List;
import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * Resources, each auctioned by progressive second price, and buyers to whom data is worth something
 * only if they get it at every resource of their route (docs/mechanisms.md §8). No budgets.
 *
 * @param resources their auctions, without bids
 * @param valuations θ_i by buyer
 * @param routes R_i by buyer; one without resources gets nothing
 * @param epsilon ε, the bid fee, $, at least 0
 * @param pricing which prices bids name
 */
public record RoutesMarket(
    List<Auction> resources,
    List<Valuation> valuations,
    Reach routes,
    double epsilon,
    RoutePrice pricing) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the sizes do not match, or ε is outside its range
   */
  public RoutesMarket {
    resources = List.copyOf(resources);
    valuations = List.copyOf(valuations);
    if (resources.size() != routes.sellers() || valuations.size() != routes.buyers()) {
      throw new IllegalArgumentException(
          "%s resources and %s valuations for routes of %s buyers over %s resources"
              .formatted(resources.size(), valuations.size(), routes.buyers(), routes.sellers()));
    }
    if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
      throw new IllegalArgumentException(
          "epsilon must be finite and at least 0, not %s".formatted(epsilon));
    }
  }

  /** The market before anybody has bid. */
  public Market withoutBids() {
    return new Market(resources.toArray(Auction[]::new), routes);
  }

  /** What a buyer wants to bid, given the rivals' bids in its view. */
  public RouteReply reply(int buyer, BuyerView view) {
    return RouteReply.of(valuations.get(buyer), epsilon, view, pricing);
  }

  /** The planner's optimum for it. */
  public RoutesOptimum optimum() {
    double[] quantities = resources.stream().mapToDouble(Auction::quantity).toArray();
    double[] reserves = resources.stream().mapToDouble(Auction::reserve).toArray();
    return RoutesOptimum.of(valuations, quantities, reserves, routes);
  }
}
