package org.datamarket.strategy;

import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.Totals;

/**
 * How a total is asked for from the first sellers of a ranking, the pool. Given a ranking, the pool
 * for a total z is the same for all z between {@link #lowerEnd} (exclusive) and the next.
 */
interface PoolRule {

  /** The largest total that some pool of the ranking meets, GB. */
  default double capacity(Ranking ranking) {
    return lowerEnd(ranking, ranking.size() + 1);
  }

  /**
   * The ranking with the pool of n sellers that a total is asked from in front: costs and asks are
   * those of the first n.
   *
   * @param size n(z) or more
   */
  default Ranking led(Ranking ranking, int size, double total, BuyerView view, RankingOrder order) {
    return ranking;
  }

  /** Whether sellers are chosen by cost, so that the pool of n changes with the total. */
  default boolean choosesByCost() {
    return false;
  }

  /** The total that the first n sellers give, GB. */
  double gives(Ranking ranking, int size);

  /** Whether all sellers of a pool are asked for the same. */
  boolean asksEqually();

  /** n(z), the size of the smallest pool that meets a total; 0 if none does. */
  int size(Ranking ranking, double total);

  /** The largest total that a pool smaller than n meets, GB. */
  double lowerEnd(Ranking ranking, int size);

  /** What the k-th seller of a pool of n is asked for, GB. */
  double ask(Ranking ranking, int size, double total, int k);

  /** How much dearer the total gets with its last unit, $/GB: the left derivative of the cost. */
  double lastUnitPrice(Ranking ranking, int size, double total, BuyerView view);

  /**
   * The largest total, at most d, that sellers ranked by what they have left at its own price can
   * meet, whatever it costs: exact, from the steps of the supply.
   *
   * @param order says what counts as left
   */
  Crossing crossing(Valuation valuation, BuyerView view, RankingOrder order);

  /**
   * What a reply rests on that bids for a little less than the crossing, with no budget in the way.
   *
   * @param order by what the sellers were ranked
   * @param price the price of the bids
   * @param ranking the ranking at that price, of which the first make up the pool
   * @param size n
   */
  Grounds grounds(
      BuyerView view,
      RankingOrder order,
      Valuation valuation,
      Crossing crossing,
      double price,
      Ranking ranking,
      int size);

  /** What a total costs from a pool of n, $. */
  default double cost(Ranking ranking, int size, double total, BuyerView view) {
    double cost = 0;
    for (int k = 0; k < size; k++) {
      cost += view.rivals(ranking.place(k)).costOf(ask(ranking, size, total, k));
    }
    return cost;
  }

  /** What a pool of n is asked for, by place in the view. */
  default double[] asks(Ranking ranking, int size, double total, BuyerView view) {
    double[] asks = new double[view.size()];
    for (int k = 0; k < size; k++) {
      asks[ranking.place(k)] = ask(ranking, size, total, k);
    }
    return Totals.withoutNegligible(asks, total);
  }
}
