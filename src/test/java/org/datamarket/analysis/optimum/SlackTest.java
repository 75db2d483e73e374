package org.datamarket.analysis.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.datamarket.Cases;
import org.datamarket.market.Reach;
import org.junit.jupiter.api.Test;

/** Whether all sets of sellers but the whole one have enough, against looking at every set. */
class SlackTest {
  private static final int NETWORKS = 4_000;

  @Test
  void isEnough_asEverySetSays() {
    int enough = 0;
    int networks = Cases.of(NETWORKS);
    for (int seed = 0; seed < networks; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int sellers = 1 + random.nextInt(5);
      int buyers = 1 + random.nextInt(12);
      int most = seed % 2 == 0 ? 5 : 2;
      double[] quantities = random.doubles(sellers, 0.5, most).map(q -> quarters(q)).toArray();
      double[] wants = random.doubles(buyers, 0.1, 3).map(w -> quarters(w)).toArray();
      int[][] sees = new int[buyers][];
      for (int i = 0; i < buyers; i++) {
        int first = random.nextInt(sellers);
        sees[i] =
            IntStream.range(0, sellers).filter(j -> j == first || random.nextInt(3) > 0).toArray();
      }
      double lacking = sum(quantities) - sum(wants);
      wants[0] += Math.max(0, lacking);
      boolean[] takes = new boolean[buyers];
      boolean[] has = new boolean[sellers];
      Arrays.fill(takes, true);
      Arrays.fill(has, true);
      Network network = Network.of(Reach.of(sees, sellers), takes, has);
      boolean expected = looksEnough(sees, wants, quantities);
      assertEquals(expected, new Slack(network, quantities).isEnough(wants), "network " + seed);
      enough += expected ? 1 : 0;
    }
    assertTrue(enough > networks / 10 && enough < networks * 9 / 10, "both happen: " + enough);
  }

  @Test
  void canSellMore_asEverySetSays() {
    int possible = 0;
    int networks = Cases.of(NETWORKS);
    for (int seed = 0; seed < networks; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int sellers = 1 + random.nextInt(5);
      int buyers = 1 + random.nextInt(12);
      double[] quantities = random.doubles(sellers, 0.5, 3).map(q -> quarters(q)).toArray();
      double[] wants = random.doubles(buyers, 0.1, 4).map(w -> quarters(w)).toArray();
      int[][] sees = new int[buyers][];
      Arrays.setAll(
          sees,
          i -> {
            int first = random.nextInt(sellers);
            return IntStream.range(0, sellers)
                .filter(j -> j == first || random.nextInt(3) > 0)
                .toArray();
          });
      boolean[] must = new boolean[sellers];
      for (int j = 0; j < sellers; j++) {
        must[j] = random.nextInt(4) > 0;
      }
      double more = quarters(random.nextDouble(0.1, 3));
      boolean[] takes = new boolean[buyers];
      boolean[] has = new boolean[sellers];
      Arrays.fill(takes, true);
      Arrays.fill(has, true);
      Network network = Network.of(Reach.of(sees, sellers), takes, has);
      boolean expected = looksSalable(sees, wants, quantities, must, more);
      Slack slack = new Slack(network, quantities);
      assertEquals(expected, slack.canSellMore(wants, must, more), "network " + seed);
      possible += expected ? 1 : 0;
    }
    assertTrue(possible > networks / 10 && possible < networks * 9 / 10, "both: " + possible);
  }

  private static boolean looksSalable(
      int[][] sees, double[] wants, double[] quantities, boolean[] must, double more) {
    for (int set = 1; set < 1 << quantities.length; set++) {
      double had = more;
      boolean all = true;
      for (int j = 0; j < quantities.length; j++) {
        all &= must[j] || (set >> j & 1) == 0;
        had += (set >> j & 1) == 1 ? quantities[j] : 0;
      }
      double wanted = 0;
      for (int i = 0; i < wants.length; i++) {
        int mask = Arrays.stream(sees[i]).map(j -> 1 << j).sum();
        wanted += (mask & set) != 0 ? wants[i] : 0;
      }
      if (all && wanted < had) {
        return false;
      }
    }
    return true;
  }

  /** Quarters, so that sums are exact and ties occur. */
  private static double quarters(double quantity) {
    return Math.ceil(quantity * 4) / 4;
  }

  private static boolean looksEnough(int[][] sees, double[] wants, double[] quantities) {
    int whole = (1 << quantities.length) - 1;
    for (int set = 0; set < whole; set++) {
      double wanted = 0;
      for (int i = 0; i < wants.length; i++) {
        int mask = Arrays.stream(sees[i]).map(j -> 1 << j).sum();
        wanted += (mask & ~set) == 0 ? wants[i] : 0;
      }
      double had = 0;
      for (int j = 0; j < quantities.length; j++) {
        had += (set >> j & 1) == 1 ? quantities[j] : 0;
      }
      if (wanted > had) {
        return false;
      }
    }
    return true;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
