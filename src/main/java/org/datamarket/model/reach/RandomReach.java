package org.datamarket.model.reach;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * Each buyer sees k sellers, every set of k equally likely and independent of the other buyers'. A
 * seller is then seen by Binomial(I, k/J) of the I buyers, J the number of sellers. When there are
 * fewer than k sellers, each buyer sees them all.
 *
 * @param sellers k, how many sellers each buyer sees, at least 1
 */
@Kind(name = "random", meaning = "Each buyer sees so many sellers, drawn evenly.")
public record RandomReach(@Meaning(value = SELLERS_SEEN, range = COUNT, typical = "12") int sellers)
    implements BuyerByBuyer {

  @Override
  public Rule rule(Crowd crowd) {
    Subsets subsets = new Subsets();
    int k = degree(0, crowd.sellers());
    return (buyer, random) -> subsets.draw(k, crowd.sellers(), random);
  }

  @Override
  public int degree(int buyer, int there) {
    return Math.min(sellers, there);
  }
}
