package org.datamarket.model.reach;

import java.util.List;
import org.datamarket.random.RandomStreams;

/**
 * Each buyer sees the sellers that were given for it.
 *
 * @param sellers the numbers of the sellers of each buyer, in the order of the buyers
 */
public record GivenReach(List<int[]> sellers) implements ReachGenerator {
  /** Copies the list. */
  public GivenReach {
    sellers = List.copyOf(sellers);
  }

  @Override
  public int[][] sellersOf(Crowd crowd, RandomStreams streams) {
    return sellers.toArray(int[][]::new);
  }

  @Override
  public int degree(int buyer, int sellersThere) {
    return sellers.get(buyer).length;
  }
}
