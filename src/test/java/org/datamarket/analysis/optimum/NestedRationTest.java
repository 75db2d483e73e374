package org.datamarket.analysis.optimum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.datamarket.Cases;
import org.datamarket.market.Reach;
import org.junit.jupiter.api.Test;

/** Rationing up to limits against rationing on the network that they make. */
class NestedRationTest {
  private static final int MARKETS = 4_000;

  @Test
  void shares_areThoseOnTheNetwork() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int sellers = random.nextInt(7);
      int buyers = 1 + random.nextInt(9);
      boolean round = seed % 2 == 0;
      double scale = Math.scalb(1, seed % 5 * 20 - 40);
      double[] quantities = amounts(random, sellers, round, scale);
      double[] asks = amounts(random, sellers, round, 1);
      double[] wants = amounts(random, buyers, round, scale);
      double[] limits = amounts(random, buyers, round, 1);
      int[][] sees = new int[buyers][];
      for (int i = 0; i < buyers; i++) {
        double limit = limits[i];
        sees[i] = IntStream.range(0, sellers).filter(j -> asks[j] <= limit).toArray();
      }
      Plan plan = Plan.rationed(wants, quantities, Reach.of(sees, sellers));
      NestedRation nested = NestedRation.of(wants, limits, quantities, asks);
      String where = "market " + seed;
      assertArrayEquals(plan.allocation(), nested.allocation(), 1e-10 * scale, where);
      assertArrayEquals(plan.sold(), nested.sold(), 1e-10 * scale, where);
      checkFlow(nested, sees, scale, where);
    }
  }

  private static void checkFlow(NestedRation nested, int[][] sees, double scale, String where) {
    double[] got = new double[nested.allocation().length];
    double[] gave = new double[nested.sold().length];
    for (Delivery delivery : nested.deliveries()) {
      assertTrue(Arrays.binarySearch(sees[delivery.buyer()], delivery.seller()) >= 0, where);
      assertTrue(delivery.quantity() > 0, where);
      got[delivery.buyer()] += delivery.quantity();
      gave[delivery.seller()] += delivery.quantity();
    }
    assertArrayEquals(nested.allocation(), got, 1e-12 * scale, where);
    assertArrayEquals(nested.sold(), gave, 1e-12 * scale, where);
  }

  private static double[] amounts(SplittableRandom random, int count, boolean round, double scale) {
    double[] amounts = new double[count];
    Arrays.setAll(
        amounts,
        k ->
            random.nextInt(8) == 0
                ? 0
                : scale * (round ? 1 + random.nextInt(5) : random.nextDouble(0.01, 5)));
    return amounts;
  }
}
