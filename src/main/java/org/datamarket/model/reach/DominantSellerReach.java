package org.datamarket.model.reach;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * A star with a fringe: every buyer sees the first seller, and k − 1 of the others, drawn evenly
 * and independently. The first seller is then seen by all, each other by a share (k−1)/(J−1) of
 * buyers.
 *
 * @param sellers k, how many sellers each buyer sees with the first, at least 1; all if there are
 *     fewer
 */
@Kind(
    name = "dominant-seller",
    meaning = "Everybody sees the first seller of the file, and other sellers drawn evenly.")
public record DominantSellerReach(
    @Meaning(value = SELLERS_SEEN, range = COUNT, typical = "12") int sellers)
    implements BuyerByBuyer {

  @Override
  public Rule rule(Crowd crowd) {
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
  public int degree(int buyer, int there) {
    return Math.min(sellers, there);
  }
}
