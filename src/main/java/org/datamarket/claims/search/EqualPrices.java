package org.datamarket.claims.search;

import java.util.HashMap;
import java.util.Map;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.State;
import org.datamarket.market.Bids;

/** Prices that are the same: what a claim says may hang on who of the tied gets what. */
final class EqualPrices {
  private final State state;
  private final Map<Double, Integer> namedBy = new HashMap<>();
  private boolean found;

  private EqualPrices(State state) {
    this.state = state;
  }

  /**
   * Whether two buyers name the same price anywhere, or one names a reserve: by the bids that
   * stand, or by what a buyer would bid now.
   */
  static boolean areIn(State state) {
    EqualPrices prices = new EqualPrices(state);
    for (Situation buyer : state.buyers()) {
      prices.name(buyer, state.market().bids(buyer.number()));
      prices.name(buyer, buyer.reply().bids());
    }
    return prices.found;
  }

  private void name(Situation buyer, Bids bids) {
    for (int k = 0; k < bids.size(); k++) {
      double price = bids.bid(k).price() + 0.0;
      Integer other = namedBy.putIfAbsent(price, buyer.number());
      found |= other != null && other != buyer.number();
      for (int j = 0; j < state.market().sellers(); j++) {
        found |= price == state.market().auction(j).reserve();
      }
    }
  }
}
