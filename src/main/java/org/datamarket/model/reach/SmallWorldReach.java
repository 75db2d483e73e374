package org.datamarket.model.reach;

import java.util.BitSet;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * A small world with two kinds of nodes: the I buyers and the J sellers stand evenly on one ring,
 * buyer i at i/I and seller j at j/J of its length; each buyer sees its k nearest sellers, and each
 * of these links is, with probability p, led instead to a seller drawn evenly from those that the
 * buyer does not see (after Watts &amp; Strogatz 1998). Every buyer sees exactly k sellers.
 *
 * @param sellers k, how many sellers each buyer sees, at least 1; all if there are fewer
 * @param rewire p, in [0, 1]: 0 is a ring, 1 nearly random
 */
@Kind(
    name = "small-world",
    meaning =
        "Buyers and sellers on one ring: each buyer sees the nearest sellers, but for some rewired"
            + " links.")
public record SmallWorldReach(
    @Meaning(value = SELLERS_SEEN, range = COUNT, typical = "12") int sellers,
    @Meaning(
            value = "The share of links that lead anywhere instead of nearby.",
            unit = "1",
            range = "[0, 1]",
            otherwise = "0.1")
        double rewire)
    implements BuyerByBuyer {

  @Override
  public Rule rule(Crowd crowd) {
    int buyers = crowd.buyers();
    int sellers = crowd.sellers();
    int k = degree(0, sellers);
    BitSet links = new BitSet();
    return (buyer, random) -> {
      int[] near = nearest((double) buyer / buyers * sellers, k, sellers);
      for (int seller : near) {
        links.set(seller);
      }
      for (int n = 0; n < k; n++) {
        if (random.nextDouble() < rewire && k < sellers) {
          int elsewhere = unseen(links, sellers, random);
          links.clear(near[n]);
          links.set(elsewhere);
          near[n] = elsewhere;
        }
      }
      links.clear();
      return near;
    };
  }

  /** The k sellers around a place on the ring, in units of the distance between two sellers. */
  private static int[] nearest(double place, int k, int sellers) {
    int[] near = new int[k];
    int first = (int) Math.ceil(place - k / 2.0);
    for (int n = 0; n < k; n++) {
      near[n] = Math.floorMod(first + n, sellers);
    }
    return near;
  }

  private static int unseen(BitSet links, int sellers, RandomGenerator random) {
    int candidate = random.nextInt(sellers);
    while (links.get(candidate)) {
      candidate = random.nextInt(sellers);
    }
    return candidate;
  }

  @Override
  public int degree(int buyer, int there) {
    return Math.min(sellers, there);
  }
}
