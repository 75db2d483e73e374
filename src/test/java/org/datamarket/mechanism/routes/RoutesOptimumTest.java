package org.datamarket.mechanism.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.junit.jupiter.api.Test;

/** The planner's optimum: certified, feasible, and not beaten. */
class RoutesOptimumTest {
  private static final long SEED = 20_261_201;

  @Test
  void optimum_isCertifiedAndCanBeCarriedOut() {
    SplittableRandom random = new SplittableRandom(SEED);
    int close = 0;
    for (int k = 0; k < Cases.of(3_000); k++) {
      NaiveRoutes naive = RandomRoutes.empty(random, 6, 12);
      RoutesMarket market = RandomRoutes.market(naive);
      RoutesOptimum optimum = market.optimum();
      String what = "market %s".formatted(k);
      assertThat(optimum.relativeGap()).as(what).isLessThanOrEqualTo(1e-6);
      close += optimum.relativeGap() <= 1e-8 ? 1 : 0;
      double dollars = Math.max(optimum.upperBound(), 1e-300);
      assertThat(welfare(naive, optimum.delivered(), what))
          .as(what)
          .isCloseTo(optimum.welfare(), within(1e-9 * dollars));
    }
    assertThat(close).isGreaterThan(Cases.of(3_000) * 9 / 10);
  }

  private static double welfare(NaiveRoutes naive, double[] delivered, String what) {
    double[] used = new double[naive.quantities.length];
    double welfare = 0;
    for (int i = 0; i < delivered.length; i++) {
      double most = naive.valuations.get(i).demand() * (1 + 1e-12);
      assertThat(delivered[i]).isBetween(0.0, most);
      welfare += naive.valuations.get(i).value(delivered[i]);
      for (int l : naive.routes[i]) {
        used[l] += delivered[i];
        welfare -= naive.reserves[l] * delivered[i];
      }
      assertThat(naive.routes[i].length > 0 || delivered[i] == 0).isTrue();
    }
    for (int l = 0; l < used.length; l++) {
      assertThat(used[l]).as(what).isLessThanOrEqualTo(naive.quantities[l] * (1 + 1e-12));
    }
    return welfare;
  }

  @Test
  void upperBound_isNotExceededByAnyPlan() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    double closest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < Cases.of(1_000); k++) {
      NaiveRoutes naive = RandomRoutes.empty(random, 4, 5);
      RoutesOptimum optimum = RandomRoutes.market(naive).optimum();
      for (int trial = 0; trial < 30; trial++) {
        double[] plan = randomPlan(random, naive, optimum.delivered());
        double welfare = welfare(naive, plan, "market %s".formatted(k));
        assertThat(welfare).isLessThanOrEqualTo(optimum.upperBound() * (1 + 1e-12));
        if (optimum.upperBound() > 0) {
          closest = Math.min(closest, 1 - welfare / optimum.upperBound());
        }
      }
    }
    assertThat(closest).isLessThan(1e-2);
  }

  /** A bound is a bound however far scales are apart, if perhaps a loose one. */
  @Test
  void scalesFarApart_haveABoundToo() {
    SplittableRandom random = new SplittableRandom(SEED + 3);
    int close = 0;
    for (int k = 0; k < Cases.of(500); k++) {
      double[] quantities = {anyScale(random), anyScale(random), anyScale(random)};
      double[] reserves = {0, anyScale(random) / 10, 0};
      List<Valuation> valuations =
          List.of(
              new Linear(anyScale(random), anyScale(random)),
              new Parabolic(anyScale(random), anyScale(random)),
              new AlphaFair(anyScale(random), anyScale(random), 0.3, 0));
      Reach routes = Reach.of(new int[][] {{0, 1}, {1, 2}, {0, 2}}, 3);
      RoutesOptimum optimum = RoutesOptimum.of(valuations, quantities, reserves, routes);
      assertThat(optimum.welfare()).isNotNegative().isFinite();
      assertThat(optimum.upperBound()).isGreaterThanOrEqualTo(optimum.welfare() * (1 - 1e-12));
      close += optimum.relativeGap() <= 1e-6 ? 1 : 0;
    }
    assertThat(close).isGreaterThan(Cases.of(500) * 9 / 10);
  }

  private static double anyScale(SplittableRandom random) {
    return StrictMath.pow(10, 40 * random.nextDouble() - 20);
  }

  /** Something near a plan, made to fit. */
  private static double[] randomPlan(SplittableRandom random, NaiveRoutes naive, double[] near) {
    double[] plan = near.clone();
    for (int i = 0; i < plan.length; i++) {
      double demand = naive.routes[i].length == 0 ? 0 : naive.valuations.get(i).demand();
      plan[i] = Math.min(demand, plan[i] + demand * (random.nextDouble() - 0.5) / 10);
      plan[i] = Math.max(0, plan[i]);
    }
    for (int l = 0; l < naive.quantities.length; l++) {
      double used = 0;
      for (int i = 0; i < plan.length; i++) {
        used += uses(naive, i, l) ? plan[i] : 0;
      }
      for (int i = 0; i < plan.length; i++) {
        boolean tooMuch = uses(naive, i, l) && used > naive.quantities[l];
        plan[i] *= tooMuch ? naive.quantities[l] / used : 1;
      }
    }
    return plan;
  }

  private static boolean uses(NaiveRoutes naive, int i, int l) {
    return Arrays.stream(naive.routes[i]).anyMatch(other -> other == l);
  }

  @Test
  void routesOfOneResource_haveThePlannersOptimum() {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    for (int k = 0; k < Cases.of(1_000); k++) {
      NaiveRoutes naive = RandomRoutes.empty(random, 1, 8);
      List<Valuation> valuations = naive.valuations.stream().map(RandomRoutes::valuation).toList();
      Reach reach = Reach.of(naive.routes, 1);
      PlannersOptimum planner =
          PlannersOptimum.of(valuations, naive.quantities, naive.reserves, reach);
      RoutesOptimum optimum = RoutesOptimum.of(valuations, naive.quantities, naive.reserves, reach);
      double expected = planner.welfare();
      assertThat(optimum.welfare()).isCloseTo(expected, within(1e-6 * expected));
    }
  }
}
