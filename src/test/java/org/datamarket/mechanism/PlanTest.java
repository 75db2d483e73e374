package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datamarket.Cases;
import org.datamarket.analysis.optimum.CompetitivePrices;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.Bid;
import org.datamarket.market.Parabolic;
import org.datamarket.market.StepCurve;
import org.datamarket.market.Valuation;
import org.junit.jupiter.api.Test;

/** The plan with all ties settled, and its prices, judged by subsets of sellers. */
class PlanTest {
  private static final int MARKETS = 4_000;

  @Test
  void plan_isTheOneThatIsDefined() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      check(people, people.valuations(), "true curves, market " + seed);
    }
  }

  @Test
  void plan_ofSteps_isTheOneThatIsDefined() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      List<Valuation> curves = new ArrayList<>();
      for (List<Bid> bids : new MultiBid(1 + seed % 4).offers(people)) {
        curves.add(new StepCurve(bids));
      }
      check(people, curves, "steps, market " + seed);
    }
  }

  @Test
  void rationing_isTheOneThatIsDefined() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      List<Valuation> curves = new ArrayList<>();
      double[] wants = new double[people.buyers()];
      Arrays.setAll(wants, i -> people.valuations().get(i).demandAt(1));
      for (double want : wants) {
        curves.add(new Parabolic(want, want == 0 ? 1 : 1 / want));
      }
      double[] nothing = new double[people.sellers()];
      Plan plan = Plan.rationed(wants, people.quantities(), people.reach());
      CompetitivePrices prices =
          CompetitivePrices.of(plan, curves, people.quantities(), nothing, people.reach());
      new NaivePlans(curves, people.quantities(), nothing, people.reach())
          .check(plan, prices, "rations, market " + seed);
    }
  }

  private static void check(Population people, List<Valuation> curves, String where) {
    double[] quantities = people.quantities();
    double[] reserves = people.reserves();
    Plan plan = Plan.of(curves, quantities, reserves, people.reach());
    CompetitivePrices prices =
        CompetitivePrices.of(plan, curves, quantities, reserves, people.reach());
    new NaivePlans(curves, quantities, reserves, people.reach()).check(plan, prices, where);
  }
}
