package org.datamarket.analysis.supremum;

import org.datamarket.market.Auction;

/**
 * p*, the price at which the bids fill an auction: sorted by price from the highest down, their
 * quantities add up to what is on offer there (Blazek &amp; Harris 2025).
 */
public final class FillPrice {
  private static final double SAME = 1e-12;

  private FillPrice() {}

  /** $/GB; 0 if all bids together ask for less than is on offer. */
  public static double of(Auction auction) {
    double asked = 0;
    for (Auction.Award award : auction.awards()) {
      asked += award.bid().quantity();
      if (asked >= auction.quantity() * (1 - SAME)) {
        return award.bid().price();
      }
    }
    return 0;
  }
}
