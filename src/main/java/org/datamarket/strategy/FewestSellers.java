package org.datamarket.strategy;

import java.util.Arrays;
import org.datamarket.market.BuyerView;
import org.datamarket.market.UnitCursor;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.CheapestUnits;
import org.datamarket.strategy.supply.MergedUnits;

/**
 * A pool of sellers that grows by the one that adds most, until all others together add little
 * (docs/model.md §4, the strategy few). The smallest such pool would be a covering problem; this
 * one is found greedily.
 *
 * <p>Takes O(n · reach) waterfills of at most n sellers, for a pool of n.
 *
 * @param places its sellers' places in the view, in the order in which they were added
 * @param units the cheapest units of these sellers that are worth their price, within the budget
 * @param worth what they are worth less what they cost, $: the most that bids to these sellers get
 */
record FewestSellers(int[] places, CheapestUnits units, double worth) {

  /**
   * The pool.
   *
   * @param ranking the sellers that may be of it; of two that add the same, the first is added
   * @param enough what the pool is to be worth, $
   * @param rounding what makes no difference, $
   */
  static FewestSellers of(
      BuyerTerms terms, BuyerView view, Ranking ranking, double enough, double rounding) {
    FewestSellers pool = with(terms, view);
    while (pool.worth < enough - rounding && pool.places.length < ranking.size()) {
      FewestSellers larger = pool.grown(terms, view, ranking, rounding);
      if (!(larger.worth > pool.worth + rounding)) {
        return pool;
      }
      pool = larger;
    }
    return pool;
  }

  private static FewestSellers with(BuyerTerms terms, BuyerView view, int... places) {
    Valuation valuation = terms.valuation();
    MergedUnits units = new MergedUnits(view, places);
    CheapestUnits best = CheapestUnits.worthwhile(valuation, terms.budget(), units);
    return new FewestSellers(places, best, valuation.value(best.total()) - best.cost());
  }

  /** With the seller more that adds most; this pool if none adds anything. */
  private FewestSellers grown(BuyerTerms terms, BuyerView view, Ranking ranking, double rounding) {
    FewestSellers[] larger = new FewestSellers[ranking.size()];
    double most = worth;
    for (int k = 0; k < larger.length; k++) {
      larger[k] = this;
      if (mayAdd(ranking.place(k), terms.valuation(), view)) {
        int[] more = Arrays.copyOf(places, places.length + 1);
        more[places.length] = ranking.place(k);
        larger[k] = with(terms, view, more);
        most = Math.max(most, larger[k].worth);
      }
    }
    double least = most - rounding;
    return Arrays.stream(larger).filter(pool -> pool.worth >= least).findFirst().orElse(this);
  }

  /** Whether a seller is not of the pool, and its cheapest unit is worth its price to it. */
  private boolean mayAdd(int place, Valuation valuation, BuyerView view) {
    UnitCursor cheapest = view.rivals(place).units();
    return Arrays.stream(places).noneMatch(member -> member == place)
        && cheapest.isValid()
        && cheapest.price() <= valuation.marginal(units.total());
  }
}
