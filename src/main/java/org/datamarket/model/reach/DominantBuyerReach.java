package org.datamarket.model.reach;

import java.util.Arrays;

/**
 * One buyer with the whole market before it: the first buyer sees every seller, each other buyer k
 * sellers, drawn evenly and independently.
 */
public final class DominantBuyerReach extends BuyerByBuyer {
  private final int seen;

  /**
   * @param seen k, how many sellers the other buyers see, at least 1; all if there are fewer
   */
  public DominantBuyerReach(int seen) {
    super("dominant-buyer");
    this.seen = seen;
  }

  @Override
  Rule rule(Crowd crowd) {
    Subsets subsets = new Subsets();
    return (buyer, random) -> {
      if (buyer == 0) {
        int[] all = new int[crowd.sellers()];
        Arrays.setAll(all, j -> j);
        return all;
      }
      return subsets.draw(degree(buyer, crowd.sellers()), crowd.sellers(), random);
    };
  }

  @Override
  public int degree(int buyer, int sellers) {
    return buyer == 0 ? sellers : Math.min(seen, sellers);
  }
}
