package org.datamarket.market;

import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Auctions as a run has them: prices near each other (lognormal around 8 $/GB, σ = 0.1), quantities
 * of about one GB, supply for 60 % of them, a reserve below all bids.
 */
public final class SampleAuctions {
  private SampleAuctions() {}

  /** An auction with so many bids, of buyers 0 … bids − 1. */
  public static Auction of(int bids, long seed) {
    return of(bids(bids, seed));
  }

  static Auction of(Bid[] bids) {
    double asked = 0;
    for (Bid bid : bids) {
      asked += bid.quantity();
    }
    Auction auction = Auction.of(0.6 * asked, 0.1, TieRule.PROPORTIONAL);
    for (int i = 0; i < bids.length; i++) {
      auction = auction.with(i, bids[i]);
    }
    return auction;
  }

  static Bid[] bids(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Bid[] bids = new Bid[count];
    for (int i = 0; i < count; i++) {
      bids[i] = bid(random);
    }
    return bids;
  }

  static Bid bid(SplittableRandom random) {
    return new Bid(lognormal(random, 1, 0.6), lognormal(random, 8, 0.1));
  }

  /** Alpha-fair valuations around such prices. */
  public static Valuation[] valuations(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    IntFunction<Valuation> draw =
        i ->
            new AlphaFair(
                lognormal(random, 2, 0.6),
                random.nextDouble(5, 15),
                random.nextDouble(0.2, 0.8),
                0);
    Valuation[] valuations = new Valuation[count];
    for (int i = 0; i < count; i++) {
      valuations[i] = draw.apply(i);
    }
    return valuations;
  }

  private static double lognormal(SplittableRandom random, double median, double sigma) {
    return median * StrictMath.exp(sigma * random.nextGaussian());
  }
}
