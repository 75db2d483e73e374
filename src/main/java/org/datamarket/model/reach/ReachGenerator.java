package org.datamarket.model.reach;

import org.datamarket.model.Limits;
import org.datamarket.random.RandomStreams;

/**
 * A way to decide who sees whom: a bipartite graph of buyers and sellers (docs/model.md §1, N_i).
 * Immutable; all randomness comes from the streams passed in, each group of buyers drawing from one
 * of its own.
 */
public interface ReachGenerator {
  /** What a generator's number of sellers means. */
  String SELLERS_SEEN = "How many sellers each buyer sees.";

  /**
   * The range of a generator's whole numbers. They count sellers, or parts of them, so that there
   * must be at least as many sellers as they say.
   */
  String COUNT = "[1, " + Limits.MOST_SELLERS + "]";

  /**
   * The sellers that each buyer sees: their numbers, without repetition, in any order.
   *
   * @param crowd who is to be connected
   * @param streams the run's random streams
   */
  int[][] sellersOf(Crowd crowd, RandomStreams streams);

  /**
   * How many sellers a buyer sees, whatever the draw; −1 if that depends on it.
   *
   * @param buyer the buyer's number
   * @param sellers how many sellers there are
   */
  int degree(int buyer, int sellers);

  /**
   * How many pairs of a buyer and a seller that see each other are to be expected.
   *
   * @param buyers how many buyers there are
   * @param sellers how many sellers there are
   */
  default double expectedPairs(int buyers, int sellers) {
    double pairs = 0;
    for (int buyer = 0; buyer < buyers; buyer++) {
      pairs += degree(buyer, sellers);
    }
    return pairs;
  }
}
