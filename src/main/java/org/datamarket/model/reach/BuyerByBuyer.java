package org.datamarket.model.reach;

import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.random.RandomStreams;

/**
 * A generator that goes through the buyers in their order, each drawing from its group's stream.
 */
abstract class BuyerByBuyer implements ReachGenerator {
  private final String name;

  /**
   * @param name names the random streams
   */
  BuyerByBuyer(String name) {
    this.name = name;
  }

  /** Draws the sellers of one buyer after the other. */
  @FunctionalInterface
  interface Rule {
    int[] sellersOf(int buyer, RandomGenerator random);
  }

  /** The rule for a crowd. */
  abstract Rule rule(Crowd crowd);

  @Override
  public final int[][] sellersOf(Crowd crowd, RandomStreams streams) {
    int[][] sellersOf = new int[crowd.buyers()][];
    Rule rule = rule(crowd);
    int buyer = 0;
    for (Crowd.Block block : crowd.blocks()) {
      RandomGenerator random =
          streams.stream(RandomStreams.NETWORK + "/" + name + "/" + block.name());
      for (int k = 0; k < block.size(); k++, buyer++) {
        sellersOf[buyer] = rule.sellersOf(buyer, random);
      }
    }
    return sellersOf;
  }
}
