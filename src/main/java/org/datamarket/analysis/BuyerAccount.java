package org.datamarket.analysis;

import java.io.Serializable;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.TieRule;
import org.datamarket.strategy.BuyerTerms;

/**
 * Where a buyer stands: what each of its live bids gets and costs, and what that is worth.
 *
 * @param bids its live bids
 * @param allocations GB, one a live bid
 * @param costs $, one a live bid
 * @param allocation Σ a, GB
 * @param cost Σ c, $
 * @param utility θ(Σ a) − Σ c, $
 * @param nashGap what it could gain by any bids whatever, $; NaN under strict ties, and over budget
 * @param overBudget whether Σ c is above the budget, by more than 1e-9 of it
 */
public record BuyerAccount(
    Bids bids,
    double[] allocations,
    double[] costs,
    double allocation,
    double cost,
    double utility,
    double nashGap,
    boolean overBudget)
    implements Serializable {
  private static final double ROUNDING = 1e-9;

  /** Whether a cost is above a budget, by more than 1e-9 of it. */
  public static boolean isOver(double budget, double cost) {
    return cost > budget * (1 + ROUNDING);
  }

  /** The account of a buyer that sees this. */
  public static BuyerAccount of(BuyerTerms terms, BuyerView view, TieRule ties) {
    Bids bids = view.own();
    double[] allocations = new double[bids.size()];
    double[] costs = new double[bids.size()];
    double allocation = 0;
    double cost = 0;
    for (int k = 0; k < bids.size(); k++) {
      allocations[k] = view.allocationAt(bids.seller(k), bids.bid(k));
      costs[k] = view.costAt(bids.seller(k), bids.bid(k));
      allocation += allocations[k];
      cost += costs[k];
    }
    double utility = terms.valuation().value(allocation) - cost;
    boolean over = isOver(terms.budget(), cost);
    double gap = ties == TieRule.STRICT || over ? Double.NaN : NashGap.of(terms, view, utility);
    return new BuyerAccount(bids, allocations, costs, allocation, cost, utility, gap, over);
  }
}
