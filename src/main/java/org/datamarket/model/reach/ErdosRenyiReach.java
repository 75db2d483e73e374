package org.datamarket.model.reach;

import java.util.Arrays;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * The binomial bipartite graph G(I, J, p): every pair of a buyer and a seller sees each other with
 * probability p, independently of all others (Erdős &amp; Rényi 1959; Gilbert 1959). A buyer sees
 * Binomial(J, p) sellers, which may be none. The gaps between links are drawn from the geometric
 * distribution, so that only links cost time (Batagelj &amp; Brandes 2005).
 *
 * @param probability p, in [0, 1]
 */
@Kind(
    name = "erdos-renyi",
    meaning = "Every pair sees each other with the same chance; a buyer may see nobody.")
public record ErdosRenyiReach(
    @Meaning(
            value = "The chance that a buyer sees a seller.",
            unit = "1",
            range = "[0, 1]",
            typical = "0.3")
        double probability)
    implements BuyerByBuyer {

  @Override
  public Rule rule(Crowd crowd) {
    double logMiss = StrictMath.log1p(-probability);
    return (buyer, random) -> {
      int[] seen = new int[8];
      int count = 0;
      for (double at = gap(random.nextDouble(), logMiss);
          at < crowd.sellers();
          at += 1 + gap(random.nextDouble(), logMiss)) {
        if (count == seen.length) {
          seen = Arrays.copyOf(seen, 2 * count);
        }
        seen[count++] = (int) at;
      }
      return Arrays.copyOf(seen, count);
    };
  }

  /** How many pairs are passed over before the next link: geometric, infinite when p = 0. */
  private static double gap(double u, double logMiss) {
    return logMiss == 0 ? Double.POSITIVE_INFINITY : Math.floor(StrictMath.log1p(-u) / logMiss);
  }

  @Override
  public int degree(int buyer, int there) {
    return probability == 0 ? 0 : probability == 1 ? there : -1;
  }

  @Override
  public double expectedPairs(int buyers, int sellers) {
    return probability * buyers * sellers;
  }
}
