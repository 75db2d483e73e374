package org.datamarket.model.reach;

import java.util.List;
import org.datamarket.kind.Kind;
import org.datamarket.random.RandomStreams;

/**
 * Each buyer sees the sellers that were given for it.
 *
 * @param sellers the numbers of the sellers of each buyer, in the order of the buyers
 */
@Kind(
    name = "given",
    meaning = "Each buyer sees the sellers of its own list, or of a CSV file of pairs.")
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
