package org.datamarket.analysis.optimum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.datamarket.Cases;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.junit.jupiter.api.Test;

/** Plans of markets in which some want up to 1e30 GB and sellers have a few, or hundredths. */
class ScalesFarApartTest {
  private static final int MARKETS = 4_000;

  @Test
  void plan_deliversItsTotals_andIsTheBest() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int sellers = 1 + random.nextInt(4);
      double[] quantities = new double[sellers];
      Arrays.setAll(quantities, j -> power(random, -2, 1));
      double[] reserves = new double[sellers];
      Arrays.setAll(reserves, j -> random.nextInt(3) == 0 ? 0 : power(random, -2, 1));
      List<Valuation> valuations = new ArrayList<>();
      int[][] sees = new int[1 + random.nextInt(6)][];
      for (int i = 0; i < sees.length; i++) {
        valuations.add(valuation(random));
        boolean all = seed % 2 == 0;
        sees[i] = IntStream.range(0, sellers).filter(j -> all || random.nextInt(5) < 2).toArray();
      }
      Reach reach = Reach.of(sees, sellers);
      Plan plan = Plan.of(valuations, quantities, reserves, reach);
      String where = "market " + seed;
      checkTotals(plan, quantities, where);
      double value = plan.value(valuations, reserves);
      double bound = bound(valuations, quantities, reserves, reach, plan.prices());
      assertTrue(bound - value <= 1e-9 * bound + 1e-12, where + ": " + value + " of " + bound);
    }
  }

  private static void checkTotals(Plan plan, double[] quantities, String where) {
    double[] got = new double[plan.allocation().length];
    double[] gave = new double[quantities.length];
    for (Delivery delivery : plan.deliveries()) {
      got[delivery.buyer()] += delivery.quantity();
      gave[delivery.seller()] += delivery.quantity();
    }
    double supply = Arrays.stream(quantities).sum();
    for (int i = 0; i < got.length; i++) {
      assertEquals(got[i], plan.allocation()[i], 1e-10 * supply, where);
    }
    for (int j = 0; j < gave.length; j++) {
      assertEquals(gave[j], plan.sold()[j], 1e-10 * supply, where);
      assertTrue(plan.sold()[j] <= quantities[j], where);
    }
  }

  /** Weak duality, nobody having more than its sellers together. */
  private static double bound(
      List<Valuation> valuations,
      double[] quantities,
      double[] reserves,
      Reach reach,
      double[] prices) {
    double bound = 0;
    for (int j = 0; j < prices.length; j++) {
      bound += (prices[j] - reserves[j]) * quantities[j];
    }
    for (int i = 0; i < valuations.size(); i++) {
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      for (int k = 0; k < reach.degree(i); k++) {
        least = Math.min(least, prices[reach.seller(i, k)]);
        most += quantities[reach.seller(i, k)];
      }
      Valuation valuation = valuations.get(i);
      double wanted = most > 0 ? Math.min(most, valuation.demandAt(least)) : 0;
      double surplus = valuation.value(wanted) - valuation.value(0) - least * wanted;
      bound += most > 0 ? Math.max(0, surplus) : 0;
    }
    return bound;
  }

  private static Valuation valuation(SplittableRandom random) {
    double price = power(random, -1, 2);
    double demand = power(random, -2, random.nextBoolean() ? 1 : 30);
    return switch (random.nextInt(4)) {
      case 0 -> new Linear(demand, price);
      case 1 -> {
        double less = Math.min(demand, 1e6);
        yield new Parabolic(less, price / less);
      }
      case 2 -> new AlphaFair(demand, price, random.nextDouble(0.1, 0.9), 0);
      default -> WithIsp.of(new AlphaFair(demand, price, 0.5, Math.min(demand, 1e3)), price / 100);
    };
  }

  private static double power(SplittableRandom random, double from, double to) {
    return Math.pow(10, random.nextDouble(from, to));
  }
}
