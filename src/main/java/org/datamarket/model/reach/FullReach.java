package org.datamarket.model.reach;

import java.util.Arrays;
import org.datamarket.kind.Kind;
import org.datamarket.random.RandomStreams;

/** The complete bipartite graph: every buyer sees every seller. */
@Kind(name = "full", meaning = "Every buyer sees every seller.")
public record FullReach() implements ReachGenerator {
  @Override
  public int[][] sellersOf(Crowd crowd, RandomStreams streams) {
    int[] all = new int[crowd.sellers()];
    Arrays.setAll(all, j -> j);
    int[][] sellersOf = new int[crowd.buyers()][];
    Arrays.fill(sellersOf, all);
    return sellersOf;
  }

  @Override
  public int degree(int buyer, int sellers) {
    return sellers;
  }

  @Override
  public double expectedPairs(int buyers, int sellers) {
    return (double) buyers * sellers;
  }
}
