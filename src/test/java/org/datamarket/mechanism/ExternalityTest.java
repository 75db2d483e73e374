package org.datamarket.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.StepCurve;
import org.datamarket.market.Valuation;
import org.junit.jupiter.api.Test;

/** Clarke's payments against their definition: one more plan of the whole market per buyer. */
class ExternalityTest {
  private static final int MARKETS = 4_000;
  private static final int LARGER_MARKETS = 400;
  private static final Valuation NOBODY = new Linear(0, 1);

  @Test
  void payments_areWhatOneMorePlanSays() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      List<Valuation> reports = seed % 2 == 0 ? people.valuations() : steps(people, 1 + seed % 7);
      check(people, reports, 1, "market " + seed);
    }
  }

  @Test
  void payments_ofLargerMarkets_areWhatOneMorePlanSays() {
    for (int seed = 0; seed < Cases.of(LARGER_MARKETS); seed++) {
      Population people = larger(seed);
      List<Valuation> reports = seed % 4 == 0 ? steps(people, 8) : people.valuations();
      check(people, reports, 3, "larger market " + seed);
    }
  }

  private static void check(Population people, List<Valuation> reports, int every, String where) {
    Plan plan = Plan.of(reports, people.quantities(), people.reserves(), people.reach());
    double value = Math.max(0, plan.value(reports, people.reserves()));
    double[] payments = people.externality(reports, plan).ofAll();
    for (int i = 0; i < payments.length; i += every) {
      List<Valuation> others = new ArrayList<>(reports);
      others.set(i, NOBODY);
      double without =
          Plan.bestValue(others, people.quantities(), people.reserves(), people.reach());
      double total = plan.allocation()[i];
      double worth = Math.max(0, reports.get(i).value(total) - reports.get(i).value(0));
      double expected = total == 0 ? 0 : without - value + worth;
      assertEquals(
          expected, payments[i], 1e-9 * worth + 1e-10 * value + 1e-15, where + ", buyer " + i);
      assertTrue(payments[i] >= 0 && payments[i] <= worth, where);
      double alone = people.externality(reports, plan).of(i);
      assertEquals(payments[i], alone, 2e-9 * worth + 1e-12 * value + 1e-15, where);
    }
  }

  private static List<Valuation> steps(Population people, int bids) {
    List<Valuation> curves = new ArrayList<>();
    new MultiBid(bids).offers(people).forEach(offers -> curves.add(new StepCurve(offers)));
    return curves;
  }

  /** Markets large enough for what one buyer leaves to be shared by many at one price. */
  private static Population larger(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int sellers = 2 + random.nextInt(9);
    int buyers = 10 + random.nextInt(40);
    int degree = Math.min(sellers, 2 + random.nextInt(6));
    List<Valuation> valuations = new ArrayList<>();
    int[][] reach = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      double demand = random.nextDouble(0.1, 4);
      double scale = random.nextDouble(2, 10);
      valuations.add(
          switch (random.nextInt(seed % 3 == 0 ? 3 : 2)) {
            case 0 -> new AlphaFair(demand, scale, random.nextDouble(0.2, 0.8), 0);
            case 1 -> new Parabolic(demand, scale / demand);
            default -> new Linear(demand, Math.rint(scale));
          });
      reach[i] = random.ints(0, sellers).distinct().limit(degree).toArray();
    }
    double[] budgets = new double[buyers];
    Arrays.fill(budgets, Double.POSITIVE_INFINITY);
    double[] reserves =
        random
            .doubles(sellers, 0, seed % 2 == 0 ? 4 : 0.5)
            .map(r -> Math.max(0, r - 0.2))
            .toArray();
    double[] quantities =
        random.doubles(sellers, 0.2, 1.5).map(share -> share * buyers / sellers).toArray();
    return new Population(valuations, budgets, quantities, reserves, Reach.of(reach, sellers));
  }
}
