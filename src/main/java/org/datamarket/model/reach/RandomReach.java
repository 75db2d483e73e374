package org.datamarket.model.reach;

/**
 * Each buyer sees k sellers, every set of k equally likely and independent of the other buyers'. A
 * seller is then seen by Binomial(I, k/J) of the I buyers, J the number of sellers. When there are
 * fewer than k sellers, each buyer sees them all.
 */
public final class RandomReach extends BuyerByBuyer {
  private final int seen;

  /**
   * @param seen k, how many sellers each buyer sees, at least 1
   */
  public RandomReach(int seen) {
    super("random");
    this.seen = seen;
  }

  @Override
  Rule rule(Crowd crowd) {
    Subsets subsets = new Subsets();
    int k = degree(0, crowd.sellers());
    return (buyer, random) -> subsets.draw(k, crowd.sellers(), random);
  }

  @Override
  public int degree(int buyer, int sellers) {
    return Math.min(seen, sellers);
  }
}
