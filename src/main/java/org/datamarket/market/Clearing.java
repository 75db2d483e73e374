package org.datamarket.market;

import java.util.List;

/**
 * What the bids at one auction get and cost, all together.
 *
 * @param allocation GB, by bidder
 * @param cost $, by bidder
 * @param sold Σ allocation, GB
 * @param revenue Σ cost, $
 */
public record Clearing(double[] allocation, double[] cost, double sold, double revenue) {

  /**
   * Clears an auction once: O(m log m) for m bids under proportional ties.
   *
   * @param empty the auction without bids
   * @param bids one per bidder; {@link Bid#NONE} for none
   */
  public static Clearing of(Auction empty, List<Bid> bids) {
    Auction auction = empty;
    for (int i = 0; i < bids.size(); i++) {
      auction = auction.with(i, bids.get(i));
    }
    double[] allocation = new double[bids.size()];
    double[] cost = new double[bids.size()];
    double sold = 0;
    double revenue = 0;
    for (int i = 0; i < bids.size(); i++) {
      Auction rivals = auction.without(i, bids.get(i));
      allocation[i] = rivals.allocation(bids.get(i));
      cost[i] = rivals.cost(bids.get(i));
      sold += allocation[i];
      revenue += cost[i];
    }
    return new Clearing(allocation, cost, sold, revenue);
  }
}
