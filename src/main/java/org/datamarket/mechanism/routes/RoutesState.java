package org.datamarket.mechanism.routes;

import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Market;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;

/**
 * Who gets and pays what with the bids as they stand, and what that is worth (docs/mechanisms.md
 * §8). The arrays are not to be written to.
 *
 * @param allocation a_i^l by buyer and resource, GB
 * @param cost c_i^l by buyer and resource, $
 * @param delivered min_l a_i^l by buyer, GB
 * @param utility u_i by buyer, $
 * @param sold by resource, GB; what is wasted counts as sold
 * @param waste Σ_i Σ_l (a_i^l − min_l a_i^l), GB: paid for and worth nothing
 * @param welfare Σ θ_i(min_l a_i^l) − Σ_l r^l sold^l, $
 * @param revenue Σ c_i^l, $
 * @param nashGap the most that a buyer could gain by any bids, $, at least 0; NaN under strict ties
 */
public record RoutesState(
    double[][] allocation,
    double[][] cost,
    double[] delivered,
    double[] utility,
    double[] sold,
    double waste,
    double welfare,
    double revenue,
    double nashGap) {

  /** Looks at a market as it stands. */
  public static RoutesState of(RoutesMarket market, Market state) {
    int buyers = state.buyers();
    double[][] allocation = new double[buyers][state.sellers()];
    double[][] cost = new double[buyers][state.sellers()];
    double[] delivered = new double[buyers];
    double[] utility = new double[buyers];
    double[] sold = new double[state.sellers()];
    double waste = 0;
    double welfare = 0;
    double revenue = 0;
    double gap = 0;
    boolean known = true;
    for (int i = 0; i < buyers; i++) {
      BuyerView view = state.view(i);
      Valuation valuation = market.valuations().get(i);
      Bids own = view.own();
      delivered[i] = RouteReply.delivered(view, own);
      utility[i] = RouteReply.utility(valuation, view, own);
      for (int k = 0; k < view.size(); k++) {
        int l = view.seller(k);
        allocation[i][l] = view.allocationAt(l, own.at(l));
        cost[i][l] = view.costAt(l, own.at(l));
        sold[l] += allocation[i][l];
        waste += allocation[i][l] - delivered[i];
        revenue += cost[i][l];
        known &= view.rivals(k).ties() == TieRule.PROPORTIONAL;
      }
      welfare += valuation.value(delivered[i]);
      gap = Math.max(gap, new RouteSupply(view).supremum(valuation) - utility[i]);
    }
    for (int l = 0; l < sold.length; l++) {
      welfare -= state.auction(l).reserve() * sold[l];
    }
    double nashGap = known ? gap : Double.NaN;
    return new RoutesState(
        allocation, cost, delivered, utility, sold, waste, welfare, revenue, nashGap);
  }
}
