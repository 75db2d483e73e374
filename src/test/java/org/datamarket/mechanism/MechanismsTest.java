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
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.mechanism.Outcome.Matching;
import org.datamarket.mechanism.Outcome.MultiBids;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Posted;
import org.junit.jupiter.api.Test;

/** What must hold of mechanisms, on random markets, and examples worked by hand. */
class MechanismsTest {
  private static final int MARKETS = 2_000;
  private static final double CLOSE = 1e-9;

  private static List<Mechanism> quick(int seed) {
    double fee = seed % 3 == 0 ? 0 : 0.25;
    return List.of(
        new NoMarket(),
        new UniformPrice(seed % 3 / 2.0),
        new PayAsBid(),
        new Vcg(),
        new MultiBid(1 + seed % 6),
        new IspSplit(seed % 5 / 4.0, fee),
        new IspVolume(seed % 5 / 4.0, fee),
        new IspCommon(fee, 0.5));
  }

  @Test
  void all_areFeasibleAndHurtNobody() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Setting setting = Setting.of(SmallMarkets.of(seed));
      for (Mechanism mechanism : quick(seed)) {
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
      Outcome common = new IspCommon(0, 0.3).clear(setting);
      Outcome uniform = new UniformPrice(0.3).clear(setting);
      assertArrayEquals(uniform.allocation(), common.allocation(), where);
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
      double paid = new Clarke(people, reports, plan).payment(liar);
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
      double fee = seed % 2 / 4.0;
      double shade = seed % 5 / 4.0;
      Outcome split = new IspSplit(shade, fee).clear(setting);
      Outcome volume = new IspVolume(shade, fee).clear(setting);
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

  @Test
  void results_doNotDependOnOrderSplittingUnitsOrSpectators() {
    for (int seed = 0; seed < Cases.of(MARKETS); seed++) {
      Population people = SmallMarkets.of(seed);
      for (Mechanism mechanism : quick(seed)) {
        Outcome outcome = mechanism.clear(Setting.of(people));
        String where = mechanism + ", market " + seed;
        checkReversed(people, mechanism, outcome, where);
        checkSplit(people, mechanism, outcome, where);
        checkSpectator(people, mechanism, outcome, where);
      }
    }
  }

  private static void checkReversed(
      Population people, Mechanism mechanism, Outcome outcome, String where) {
    int buyers = people.buyers();
    int sellers = people.sellers();
    List<Valuation> valuations = new ArrayList<>();
    int[][] reach = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      int from = buyers - 1 - i;
      valuations.add(people.valuations().get(from));
      reach[i] = new int[people.reach().degree(from)];
      Arrays.setAll(reach[i], k -> sellers - 1 - people.reach().seller(from, k));
    }
    Population reversed =
        new Population(
            valuations,
            people.budgets(),
            reversed(people.quantities()),
            reversed(people.reserves()),
            Reach.of(reach, sellers));
    Outcome other = mechanism.clear(Setting.of(reversed));
    assertArrayEquals(outcome.allocation(), reversed(other.allocation()), CLOSE, where);
    assertArrayEquals(outcome.sold(), reversed(other.sold()), CLOSE, where);
    assertArrayEquals(cost(outcome), reversed(cost(other)), 1e-8, where);
  }

  private static void checkSplit(
      Population people, Mechanism mechanism, Outcome outcome, String where) {
    int sellers = people.sellers();
    double[] quantities = Arrays.copyOf(people.quantities(), sellers + 1);
    double[] reserves = Arrays.copyOf(people.reserves(), sellers + 1);
    quantities[sellers] = quantities[0] * 0.75;
    quantities[0] *= 0.25;
    reserves[sellers] = reserves[0];
    int[][] reach = new int[people.buyers()][];
    for (int i = 0; i < reach.length; i++) {
      int degree = people.reach().degree(i);
      boolean sees = degree > 0 && people.reach().seller(i, 0) == 0;
      reach[i] = new int[sees ? degree + 1 : degree];
      for (int k = 0; k < degree; k++) {
        reach[i][k] = people.reach().seller(i, k);
      }
      if (sees) {
        reach[i][degree] = sellers;
      }
    }
    Population split =
        new Population(
            people.valuations(),
            people.budgets(),
            quantities,
            reserves,
            Reach.of(reach, sellers + 1));
    Outcome other = mechanism.clear(Setting.of(split));
    assertArrayEquals(outcome.allocation(), other.allocation(), CLOSE, where);
    assertArrayEquals(cost(outcome), cost(other), 1e-8, where);
    assertEquals(outcome.sold()[0] * 0.25, other.sold()[0], CLOSE, where);
    assertEquals(outcome.sold()[0] * 0.75, other.sold()[sellers], CLOSE, where);
  }

  private static void checkSpectator(
      Population people, Mechanism mechanism, Outcome outcome, String where) {
    int buyers = people.buyers();
    List<Valuation> valuations = new ArrayList<>(people.valuations());
    valuations.add(new Linear(3, 7));
    int[][] reach = new int[buyers + 1][];
    for (int i = 0; i < buyers; i++) {
      int buyer = i;
      reach[i] = new int[people.reach().degree(i)];
      Arrays.setAll(reach[i], k -> people.reach().seller(buyer, k));
    }
    reach[buyers] = new int[0];
    Population more =
        new Population(
            valuations,
            Arrays.copyOf(people.budgets(), buyers + 1),
            people.quantities(),
            people.reserves(),
            Reach.of(reach, people.sellers()));
    Outcome other = mechanism.clear(Setting.of(more));
    assertArrayEquals(
        outcome.allocation(), Arrays.copyOf(other.allocation(), buyers), CLOSE, where);
    assertArrayEquals(cost(outcome), Arrays.copyOf(cost(other), buyers), 1e-8, where);
    assertEquals(0, other.allocation()[buyers], where);
  }

  @Test
  void tuffinsMarket() {
    Population people =
        full(
            new double[] {100},
            new double[] {0},
            new Linear(60, 4),
            new Linear(70, 4),
            new Linear(40, 2),
            new Linear(10, 1));
    Setting setting = Setting.of(people);
    double[] shares = {100.0 * 60 / 130, 100.0 * 70 / 130, 0, 0};
    assertArrayEquals(shares, new Planner().clear(setting).allocation(), CLOSE);
    assertEquals(400, sum(cost(new UniformPrice(0.5).clear(setting))), CLOSE);
    assertEquals(400, sum(cost(new PayAsBid().clear(setting))), CLOSE);
    double[] psp = {124.615, 135.385, 0, 0};
    assertArrayEquals(psp, cost(new Vcg().clear(setting)), 5e-4);
    assertArrayEquals(psp, cost(new MultiBid(5).clear(setting)), 5e-4);
    Outcome revenue = new PostedRevenue().clear(setting);
    assertEquals(4, ((Posted) revenue.detail()).price());
    assertEquals(Side.AT, ((Posted) revenue.detail()).side());
    Outcome welfare = new PostedWelfare().clear(setting);
    assertEquals(2, ((Posted) welfare.detail()).price());
    assertEquals(Side.ABOVE, ((Posted) welfare.detail()).side());
    assertEquals(200, sum(cost(welfare)), CLOSE);
    Outcome split = new IspSplit(0.5, 0).clear(setting);
    assertEquals(200, split.payments().orElseThrow().ispMargin(), CLOSE);
    Outcome volume = new IspVolume(0.5, 0).clear(setting);
    assertEquals(100.0 * 60 / 180, volume.allocation()[0], CLOSE);
    assertEquals(338.889, MechanismMeasures.of(setting, volume).welfare(), 5e-4);
    assertEquals(169.444, volume.payments().orElseThrow().ispMargin(), 5e-4);
  }

  @Test
  void beltranAndRoggendorfsMarket() {
    Population people =
        full(
            new double[] {60, 40},
            new double[] {0, 0},
            new Parabolic(90, 10.0 / 90),
            new Parabolic(85, 12.0 / 85),
            new Parabolic(80, 15.0 / 80),
            new Parabolic(70, 20.0 / 70),
            new Parabolic(65, 22.0 / 65));
    Setting setting = Setting.of(people);
    assertEquals(1059.8153, sum(cost(new UniformPrice(0.5).clear(setting))), 5e-5);
    double[] costs = {0, 101.2069, 231.9401, 320.2790, 328.0005};
    assertArrayEquals(costs, cost(new Vcg().clear(setting)), 5e-5);
    assertEquals(1465.1847, sum(cost(new PayAsBid().clear(setting))), 5e-5);
    Outcome bids = new MultiBid(8).clear(setting);
    assertArrayEquals(new double[] {0, 10.625, 21.875, 35, 32.5}, bids.allocation(), CLOSE);
    double[] multi = {0, 98.0469, 194.0625, 311.4844, 288.9844};
    assertArrayEquals(multi, cost(bids), 5e-5);
    Outcome split = new IspSplit(0.5, 0).clear(setting);
    assertArrayEquals(new double[] {0, 0, 0, 51.25, 48.75}, split.allocation(), CLOSE);
    assertEquals(524.375, split.payments().orElseThrow().ispMargin(), CLOSE);
  }

  @Test
  void workedExample() {
    Population people =
        full(
            new double[] {65, 85},
            new double[] {0.01, 0.01},
            new Linear(50, 1),
            new Linear(40, 1.2),
            new Linear(26, 1.5),
            new Linear(20, 2),
            new Linear(14, 2.2));
    Setting setting = Setting.of(people);
    assertEquals(206.3, setting.optimum(), CLOSE);
    assertEquals(75.75, sum(cost(new UniformPrice(0.5).clear(setting))), CLOSE);
    assertEquals(1.5, sum(cost(new UniformPrice(0).clear(setting))), CLOSE);
    assertEquals(1.5, sum(cost(new Vcg().clear(setting))), CLOSE);
    assertEquals(150, sum(cost(new PostedRevenue().clear(setting))), CLOSE);
    assertEquals(207.8, sum(cost(new PayAsBid().clear(setting))), CLOSE);
    for (Mechanism isp : List.of(new IspSplit(0.5, 0), new IspVolume(0.5, 0))) {
      double margin = isp.clear(setting).payments().orElseThrow().ispMargin();
      assertEquals(103.15, margin, CLOSE);
    }
  }

  private static Population full(double[] quantities, double[] reserves, Valuation... valuations) {
    double[] budgets = new double[valuations.length];
    Arrays.fill(budgets, Double.POSITIVE_INFINITY);
    Reach reach = Reach.full(valuations.length, quantities.length);
    return new Population(List.of(valuations), budgets, quantities, reserves, reach);
  }

  private static double[] cost(Outcome outcome) {
    return outcome.payments().orElseThrow().cost();
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, k -> values[values.length - 1 - k]);
    return reversed;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
