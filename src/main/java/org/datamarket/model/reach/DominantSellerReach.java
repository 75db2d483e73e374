package org.datamarket.model.reach;

/**
 * A star with a fringe: every buyer sees the first seller, and k − 1 of the others, drawn evenly
 * and independently. The first seller is then seen by all, each other by a share (k−1)/(J−1) of
 * buyers.
 */
public final class DominantSellerReach extends BuyerByBuyer {
  private final int seen;

  /**
   * @param seen k, how many sellers each buyer sees with the first, at least 1; all if there are
   *     fewer
   */
  public DominantSellerReach(int seen) {
    super("dominant-seller");
    this.seen = seen;
  }

  @Override
  Rule rule(Crowd crowd) {
    Subsets subsets = new Subsets();
    int k = degree(0, crowd.sellers());
    return (buyer, random) -> {
      int[] sellers = new int[k];
      int[] others = subsets.draw(Math.max(0, k - 1), Math.max(0, crowd.sellers() - 1), random);
      for (int n = 0; n < others.length; n++) {
        sellers[n + 1] = others[n] + 1;
      }
      return sellers;
    };
  }

  @Override
  public int degree(int buyer, int sellers) {
    return Math.min(seen, sellers);
  }
}
