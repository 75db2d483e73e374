package org.datamarket.model.reach;

import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.kind.Kinds;
import org.datamarket.random.RandomStreams;

/**
 * A generator that goes through the buyers in their order, each drawing from its group's stream.
 */
interface BuyerByBuyer extends ReachGenerator {

  /** Draws the sellers of one buyer after the other. */
  @FunctionalInterface
  interface Rule {
    int[] sellersOf(int buyer, RandomGenerator random);
  }

  /** The rule for a crowd. */
  Rule rule(Crowd crowd);

  @Override
  default int[][] sellersOf(Crowd crowd, RandomStreams streams) {
    int[][] sellersOf = new int[crowd.buyers()][];
    Rule rule = rule(crowd);
    int buyer = 0;
    for (Crowd.Block block : crowd.blocks()) {
      RandomGenerator random =
          streams.stream(
              "%s/%s/%s".formatted(RandomStreams.NETWORK, Kinds.nameOf(this), block.name()));
      for (int k = 0; k < block.size(); k++, buyer++) {
        sellersOf[buyer] = rule.sellersOf(buyer, random);
      }
    }
    return sellersOf;
  }
}
