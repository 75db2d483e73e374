package org.datamarket.analysis;

import org.datamarket.market.BuyerView;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.supply.CheapestUnits;

/**
 * How much a buyer could gain by any bids whatever, the rivals' bids and the reserves as they
 * stand: the supremum of the waterfill problem, without shading and within the budget, over its
 * utility now (docs/model.md §7). Right under proportional ties only.
 */
public final class NashGap {
  private NashGap() {}

  /**
   * The gain, $, at least 0. O(reach · log bids) and O(log reach) for each step of supply taken.
   *
   * @param utilityNow what the buyer's live bids get it, $
   */
  public static double of(BuyerTerms terms, BuyerView view, double utilityNow) {
    CheapestUnits best = CheapestUnits.worthwhile(terms.valuation(), terms.budget(), view);
    return Math.max(0, terms.valuation().value(best.total()) - best.cost() - utilityNow);
  }
}
