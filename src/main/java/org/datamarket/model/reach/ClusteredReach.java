package org.datamarket.model.reach;

import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * Communities: buyers and sellers are dealt out to c clusters in turn, number i to cluster i mod c.
 * Each buyer sees k sellers; each of its k links leads, with probability p, out of its cluster, and
 * the ends are drawn evenly from the sellers inside and outside (a planted partition, Condon &amp;
 * Karp 2001, with fixed degrees). When one side has too few sellers, the other makes up for it.
 *
 * @param clusters c, at least 1
 * @param sellers k, how many sellers each buyer sees, at least 1; all if there are fewer
 * @param outside p, in [0, 1]
 */
@Kind(
    name = "clustered",
    meaning = "Each buyer sees so many sellers, most of them of its own cluster.")
public record ClusteredReach(
    @Meaning(
            value =
                "How many clusters there are; buyers and sellers are dealt out to them in turn.",
            range = COUNT,
            typical = "4")
        int clusters,
    @Meaning(value = SELLERS_SEEN, range = COUNT, typical = "12") int sellers,
    @Meaning(
            value = "The share of links that lead out of a buyer's cluster.",
            unit = "1",
            range = "[0, 1]",
            otherwise = "0.1")
        double outside)
    implements BuyerByBuyer {

  @Override
  public Rule rule(Crowd crowd) {
    Subsets subsets = new Subsets();
    int sellers = crowd.sellers();
    int k = degree(0, sellers);
    return (buyer, random) -> {
      int cluster = buyer % clusters;
      int own = sellers / clusters + (cluster < sellers % clusters ? 1 : 0);
      int out = linksOutside(k, random);
      out = Math.max(k - own, Math.min(out, sellers - own));
      int[] inside = subsets.draw(k - out, own, random);
      int[] elsewhere = subsets.draw(out, sellers - own, random);
      int[] links = new int[k];
      for (int n = 0; n < k; n++) {
        links[n] =
            n < inside.length
                ? inside[n] * clusters + cluster
                : stranger(elsewhere[n - inside.length], cluster);
      }
      return links;
    };
  }

  private int linksOutside(int k, RandomGenerator random) {
    int out = 0;
    for (int n = 0; n < k; n++) {
      out += random.nextDouble() < outside ? 1 : 0;
    }
    return out;
  }

  /** The n-th seller that is not of a cluster. */
  private int stranger(int n, int cluster) {
    int other = n % (clusters - 1);
    return n / (clusters - 1) * clusters + (other < cluster ? other : other + 1);
  }

  @Override
  public int degree(int buyer, int there) {
    return Math.min(sellers, there);
  }
}
