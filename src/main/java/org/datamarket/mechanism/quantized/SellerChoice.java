package org.datamarket.mechanism.quantized;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.market.Reach;
import org.datamarket.random.RandomStreams;

/**
 * To which one seller each buyer goes where an auction is defined for one seller only: drawn from
 * its reach with equal chances, from a random stream of its own, so that all such auctions meet the
 * same choice (docs/mechanisms.md).
 */
public final class SellerChoice {
  /** Who sees no seller goes to none. */
  public static final int NONE = -1;

  private SellerChoice() {}

  /** The seller of each buyer, or {@link #NONE}. */
  public static int[] of(Reach reach, long seed) {
    RandomGenerator chance = new RandomStreams(seed).stream(RandomStreams.CHOICE);
    int[] chosen = new int[reach.buyers()];
    Arrays.fill(chosen, NONE);
    for (int i = 0; i < chosen.length; i++) {
      int degree = reach.degree(i);
      if (degree > 0) {
        chosen[i] = reach.seller(i, chance.nextInt(degree));
      }
    }
    return chosen;
  }
}
