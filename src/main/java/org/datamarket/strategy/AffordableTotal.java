package org.datamarket.strategy;

import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.Totals;
import org.datamarket.strategy.supply.VisiblePrices;

/**
 * The largest total that a pool meets and the budget pays. The cost is not monotone in the total
 * where the pool changes, so the search goes down from the top, stretch by stretch: between two
 * steps of visible supply the ranking stays, and within that, between two sizes of the pool, the
 * cost is continuous, convex and increasing (docs/model.md §4, step 3). A pool that is chosen by
 * cost changes within the stretch, and the cost only increases: the total is then bisected for.
 *
 * <p>Takes O(reach · log bids) a stretch; most budgets are met in the first few.
 */
final class AffordableTotal {
  private final PoolRule rule;
  private final RankingOrder order;
  private final Valuation valuation;
  private final double budget;
  private final BuyerView view;

  /** The search for the largest total that costs at most a budget; an infinite one pays for any. */
  AffordableTotal(
      PoolRule rule, RankingOrder order, Valuation valuation, double budget, BuyerView view) {
    this.rule = rule;
    this.order = order;
    this.valuation = valuation;
    this.budget = budget;
    this.view = view;
  }

  /**
   * The largest such total of at most a limit, and the price of its ranking; a total of 0 if there
   * is none.
   */
  Crossing largest(Crossing limit) {
    double high = limit.total();
    double price = limit.price();
    while (high > Totals.NEGLIGIBLE * valuation.demand()) {
      double next = VisiblePrices.nextStepAbove(price, view);
      double low = Double.isInfinite(next) ? 0 : Math.min(high, valuation.demandAt(next));
      double total =
          largestBetween(low, high, Ranking.at(view, price, order.from(price, valuation)));
      if (total > low) {
        return new Crossing(total, price, limit.onStep() && total == limit.total());
      }
      high = low;
      price = next;
    }
    return new Crossing(0, price, false);
  }

  /** The largest such total in (low, high], where the ranking is the same; low if there is none. */
  private double largestBetween(double low, double high, Ranking ranking) {
    double top = Math.min(high, rule.capacity(ranking));
    while (top > low) {
      int size = rule.size(ranking, top);
      if (Totals.pays(budget, cost(ranking, size, top))) {
        return top;
      }
      double bottom = Math.max(low, rule.lowerEnd(ranking, size));
      if (cost(ranking, size, bottom) <= budget) {
        double total =
            rule.choosesByCost()
                ? Valuation.largest(top, z -> z <= bottom || cost(ranking, size, z) <= budget)
                : spendAll(ranking, size, bottom, top);
        if (total > bottom) {
          return total;
        }
      }
      top = bottom;
    }
    return low;
  }

  private double cost(Ranking ranking, int size, double total) {
    return rule.cost(rule.led(ranking, size, total, view, order), size, total, view);
  }

  /**
   * The total at which a pool costs just the budget, by Newton's method from above: the cost is
   * convex and piecewise linear, so the steps never overshoot and end after finitely many.
   */
  private double spendAll(Ranking ranking, int size, double bottom, double top) {
    double total = top;
    while (true) {
      double excess = rule.cost(ranking, size, total, view) - budget;
      double next = total - excess / rule.lastUnitPrice(ranking, size, total, view);
      if (Totals.pays(budget, excess + budget) || !(next < total)) {
        return total;
      }
      total = Math.max(bottom, next);
    }
  }
}
