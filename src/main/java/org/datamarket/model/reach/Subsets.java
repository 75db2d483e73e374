package org.datamarket.model.reach;

import java.util.BitSet;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Evenly drawn subsets of a fixed size, by Floyd's algorithm (Bentley &amp; Floyd 1987): k draws
 * for a subset of k out of n.
 */
final class Subsets {
  private final BitSet chosen = new BitSet();

  /** A subset of {0 … n − 1} with k ≤ n members, in the order drawn. */
  int[] draw(int k, int n, RandomGenerator random) {
    int[] subset = new int[k];
    for (int drawn = 0; drawn < k; drawn++) {
      int last = n - k + drawn;
      int candidate = random.nextInt(last + 1);
      subset[drawn] = chosen.get(candidate) ? last : candidate;
      chosen.set(subset[drawn]);
    }
    for (int member : subset) {
      chosen.clear(member);
    }
    return subset;
  }
}
