package org.datamarket.model.reach;

import java.util.Arrays;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * One buyer with the whole market before it: the first buyer sees every seller, each other buyer k
 * sellers, drawn evenly and independently.
 *
 * @param sellers k, how many sellers the other buyers see, at least 1; all if there are fewer
 */
@Kind(
    name = "dominant-buyer",
    meaning =
        "The first buyer of the file sees every seller; the others see so many, drawn evenly.")
public record DominantBuyerReach(
    @Meaning(value = SELLERS_SEEN, range = COUNT, typical = "12") int sellers)
    implements BuyerByBuyer {

  @Override
  public Rule rule(Crowd crowd) {
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
  public int degree(int buyer, int there) {
    return buyer == 0 ? there : Math.min(sellers, there);
  }
}
