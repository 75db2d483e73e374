package org.datamarket.mechanism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.Linear;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.mechanism.Outcome.Matching;
import org.datamarket.mechanism.Outcome.MultiBids;
import org.datamarket.mechanism.Outcome.Payments;
import org.junit.jupiter.api.Test;

/** What must hold of mechanisms, on random markets. */
class MechanismsTest {
  private static final int MARKETS = 2_000;
  private static final double CLOSE = 1e-9;

  @Test
  void all_areFeasibleAndHurtNobody() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      for (Mechanism mechanism : SmallMarkets.mechanisms(seed)) {
        checkOutcome(setting, mechanism.clear(setting), mechanism + ", market " + seed);
      }
    }
  }

  private static void checkOutcome(Setting setting, Outcome outcome, String where) {
    Population people = setting.population();
    Payments payments = outcome.payments().orElseThrow();
    MechanismMeasures measures = MechanismMeasures.of(setting, outcome);
    double scale = 1 + Math.abs(setting.optimum()) + measures.overageRevenue();
    double[] delivered = new double[people.buyers()];
    outcome.deliveries().forEach(cell -> delivered[cell.buyer()] += cell.quantity());
    for (int i = 0; i < people.buyers(); i++) {
      double total = outcome.allocation()[i];
      assertEquals(total, delivered[i], CLOSE, where);
      assertTrue(total <= people.valuations().get(i).demand() + CLOSE, where);
      assertTrue(payments.cost()[i] <= people.worth(i, total) + CLOSE * scale, where);
    }
    double received = 0;
    for (int j = 0; j < people.sellers(); j++) {
      double sold = outcome.sold()[j];
      assertTrue(sold <= people.quantities()[j], where);
      if (payments.sellerRevenue().isPresent()) {
        double revenue = payments.sellerRevenue().get()[j];
        received += revenue;
        assertTrue(revenue >= people.reserves()[j] * sold - CLOSE * scale, where);
      }
    }
    if (payments.sellerRevenue().isPresent()) {
      assertEquals(received, measures.revenue(), CLOSE * scale, where);
    }
    assertEquals(sum(outcome.allocation()), sum(outcome.sold()), CLOSE, where);
    assertTrue(measures.welfare() <= measures.optimum() + CLOSE * scale, where);
    assertEquals(measures.paid(), measures.revenue() + measures.ispMargin(), CLOSE * scale, where);
    assertEquals(
        measures.welfare(),
        measures.buyersSurplus() + measures.sellersSurplus() + measures.ispMargin(),
        CLOSE * scale,
        where);
    assertTrue(measures.ispGain() <= measures.ispGainBound() + CLOSE * scale, where);
    checkIsp(setting, outcome, measures, scale, where);
  }

  private static void checkIsp(
      Setting setting, Outcome outcome, MechanismMeasures measures, double scale, String where) {
    double without = 0;
    Population people = setting.population();
    for (int i = 0; i < people.buyers(); i++) {
      if (people.valuations().get(i) instanceof WithIsp withIsp) {
        without += withIsp.ispPrice() * withIsp.own().demandAt(withIsp.ispPrice());
      }
    }
    assertEquals(measures.ispProfit() - without, measures.ispGain(), CLOSE * scale, where);
    if (outcome.detail() instanceof Matching matching) {
      double total = matching.spread() + matching.feeRevenue();
      assertEquals(measures.ispMargin(), total, CLOSE * scale, where);
      assertEquals(0, measures.sellersSurplus(), CLOSE * scale, where);
    }
  }

  @Test
  void efficientOnes_shareThePlan() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      String where = "market " + seed;
      double scale = 1 + setting.optimum();
      for (Mechanism mechanism :
          List.of(new Planner(), new UniformPrice(0.3), new PayAsBid(), new Vcg())) {
        MechanismMeasures measures = MechanismMeasures.of(setting, mechanism.clear(setting));
        assertEquals(setting.optimum(), measures.welfare(), CLOSE * scale, where);
      }
      Outcome vcg = new Vcg().clear(setting);
      Outcome lowest = new UniformPrice(0).clear(setting);
      double[] cheap = lowest.payments().orElseThrow().cost();
      double[] paid = vcg.payments().orElseThrow().cost();
      for (int i = 0; i < paid.length; i++) {
        assertTrue(paid[i] <= cheap[i] + CLOSE * scale, where);
        assertTrue(vcg.allocation()[i] > 0 || paid[i] == 0, where);
      }
      MechanismMeasures all = MechanismMeasures.of(setting, new PayAsBid().clear(setting));
      assertEquals(setting.withoutMarket(), all.buyersSurplus(), CLOSE * scale, where);
      Outcome uniform = new UniformPrice(0.3).clear(setting);
      if (setting.population().fee() == 0) {
        Outcome common = new IspCommon(0.3).clear(setting);
        assertArrayEquals(uniform.allocation(), common.allocation(), where);
      }
      checkUniform(setting, uniform, where);
    }
  }

  private static void checkUniform(Setting setting, Outcome uniform, String where) {
    Population people = setting.population();
    double[] price = uniform.prices().orElseThrow().price();
    double[] cost = uniform.payments().orElseThrow().cost();
    for (int i = 0; i < cost.length; i++) {
      double total = uniform.allocation()[i];
      if (total > 0) {
        double least = people.leastInReach(i, price);
        assertEquals(least, cost[i] / total, 1e-9 * (1 + least), where);
        double marginal = people.valuations().get(i).marginal(total * (1 - 1e-9));
        assertTrue(least <= marginal * (1 + 1e-7) + 1e-9, where);
      }
    }
  }

  @Test
  void vcg_falseReportsGainNothing() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      Setting setting = Setting.of(people);
      Outcome honest = new Vcg().clear(setting);
      int liar = seed % people.buyers();
      List<Valuation> reports = new ArrayList<>(people.valuations());
      Population other = SmallMarkets.of(seed + 7_919);
      reports.set(liar, other.valuations().get(0));
      Plan plan = Plan.of(reports, people.quantities(), people.reserves(), people.reach());
      double paid = people.externality(reports, plan).of(liar);
      double lied = people.worth(liar, plan.allocation()[liar]) - paid;
      double truth =
          people.worth(liar, honest.allocation()[liar])
              - honest.payments().orElseThrow().cost()[liar];
      assertTrue(lied <= truth + CLOSE * (1 + setting.optimum()), "market " + seed);
    }
  }

  @Test
  void multiBid_losesWhatItsStepsDoNotSay_andNothingInTheLimit() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      double scale = 1 + setting.optimum();
      Outcome few = new MultiBid(1 + seed % 5).clear(setting);
      double gap = ((MultiBids) few.detail()).pseudoGap();
      double welfare = MechanismMeasures.of(setting, few).welfare();
      assertTrue(welfare >= setting.optimum() - gap - CLOSE * scale, "market " + seed);
      if (seed % 20 == 0) {
        Outcome many = new MultiBid(256).clear(setting);
        double close = MechanismMeasures.of(setting, many).welfare();
        assertEquals(setting.optimum(), close, 2e-3 * scale, "market " + seed);
      }
      if (setting.population().valuations().stream().allMatch(Linear.class::isInstance)) {
        assertArrayEquals(
            new Vcg().clear(setting).payments().orElseThrow().cost(),
            few.payments().orElseThrow().cost(),
            CLOSE * scale,
            "linear market " + seed);
      }
    }
  }

  @Test
  void isp_spreadIsTheMostAndVolumeTheMost() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      double shade = seed % 5 / 4.0;
      Outcome split = new IspSplit(shade).clear(setting);
      Outcome volume = new IspVolume(shade).clear(setting);
      double most = ((Matching) split.detail()).spread();
      double less = ((Matching) volume.detail()).spread();
      double scale = 1 + setting.optimum();
      assertTrue(most >= less - CLOSE * scale, "market " + seed);
      assertTrue(sum(split.sold()) <= sum(volume.sold()) + CLOSE, "market " + seed);
    }
  }

  @Test
  void postedPrices_areTheBest() {
    for (int seed = 0; seed < Cases.of(MARKETS / 5); seed++) {
      Population people = SmallMarkets.of(seed);
      Setting setting = Setting.of(people);
      String where = "market " + seed;
      Outcome revenue = new PostedRevenue().clear(setting);
      Outcome welfare = new PostedWelfare().clear(setting);
      checkOutcome(setting, revenue, where);
      double earned = MechanismMeasures.of(setting, revenue).revenue();
      double worth = MechanismMeasures.of(setting, welfare).welfare();
      assertTrue(worth <= setting.optimum() * (1 + CLOSE) + CLOSE, where);
      SplittableRandom random = new SplittableRandom(seed);
      double least = Arrays.stream(people.reserves()).min().orElse(0);
      for (int k = 0; k < 300; k++) {
        double price = least + (k < 150 ? random.nextDouble(6) : random.nextDouble(30));
        PostedMarket market = PostedMarket.at(people, price, Side.AT);
        assertTrue(market.revenue() <= earned * (1 + 1e-6) + CLOSE, where);
        assertTrue(market.welfare(people) <= worth * (1 + 1e-6) + CLOSE, where);
        assertEquals(mostVolume(people, market), sum(market.plan().sold()), CLOSE, where);
      }
    }
  }

  /** The largest flow, as the smallest cut over all subsets of sellers. */
  private static double mostVolume(Population people, PostedMarket market) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int cut = 0; cut < 1 << people.sellers(); cut++) {
      double capacity = 0;
      for (int j = 0; j < people.sellers(); j++) {
        boolean offers = people.reserves()[j] <= market.price();
        capacity += (cut >> j & 1) == 1 && offers ? people.quantities()[j] : 0;
      }
      for (int i = 0; i < people.buyers(); i++) {
        boolean escapes = false;
        for (int k = 0; k < people.reach().degree(i); k++) {
          int seller = people.reach().seller(i, k);
          boolean offers = people.reserves()[seller] <= market.price();
          escapes |= (cut >> seller & 1) == 0 && offers;
        }
        capacity += escapes ? market.wants()[i] : 0;
      }
      smallest = Math.min(smallest, capacity);
    }
    return smallest;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
