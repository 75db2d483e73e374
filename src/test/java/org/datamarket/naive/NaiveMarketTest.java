package org.datamarket.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.datamarket.naive.NaiveStrategies.Ranking;
import org.datamarket.naive.NaiveStrategies.Rule;
import org.datamarket.naive.NaiveStrategies.Shading;
import org.datamarket.naive.NaiveStrategies.Shortfall;
import org.datamarket.naive.NaiveStrategies.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published markets, and what holds for every market. */
class NaiveMarketTest {

  static LongStream seeds() {
    return LongStream.range(0, 210);
  }

  // ---------------------------------------------------------------- published

  @Test
  void beltranAndRoggendorfsOptimum() {
    double[][] demandAndFirst = {{90, 10}, {85, 12}, {80, 15}, {70, 20}, {65, 22}};
    List<NaiveValuation> buyers =
        Arrays.stream(demandAndFirst)
            .map(b -> NaiveValuation.parabolic(b[0], b[1] / b[0]))
            .toList();
    double[] quantities = {60, 40};
    double[] reserves = {0, 0};
    NaiveOptimum.FullReach optimum = NaiveOptimum.fullReach(buyers, quantities, reserves);
    assertThat(optimum.welfare()).isCloseTo(1465.18, within(5e-3));
    assertThat(optimum.lambda()).isCloseTo(10.598, within(5e-4));
    assertThat(optimum.totals())
        .containsExactly(new double[] {0, 9.93, 23.48, 32.91, 33.69}, within(5e-3));
    assertThat(NaiveOptimum.anyReach(buyers, quantities, reserves, null).reached())
        .isCloseTo(optimum.welfare(), within(1e-8));
  }

  /** Nobody leaves the end that the opt-out paper's worked example reaches, and it is optimal. */
  @Test
  void workedExampleStaysAtItsEnd() {
    double[][] demandAndValue = {{50, 1}, {40, 1.2}, {26, 1.5}, {20, 2}, {14, 2.2}};
    List<NaiveMarket.Buyer> buyers =
        Arrays.stream(demandAndValue)
            .map(
                b ->
                    new NaiveMarket.Buyer(
                        NaiveValuation.linear(b[0], b[1]),
                        Double.POSITIVE_INFINITY,
                        null,
                        Rule.of(Strategy.OPT_OUT)))
            .toList();
    Bid[][] end = {
      {new Bid(25, 1), new Bid(25, 1)},
      {new Bid(40, 1.2), null},
      {null, new Bid(26, 1.5)},
      {null, new Bid(20, 2)},
      {null, new Bid(14, 2.2)}
    };
    List<NaiveMarket.Seller> sellers =
        List.of(NaiveMarket.Seller.fixed(65, 0.01), NaiveMarket.Seller.fixed(85, 0.01));
    NaiveMarket.Setup setup =
        new NaiveMarket.Setup(
            sellers, buyers, Ties.PROPORTIONAL, 0.1, 100, NaiveMarket.Activation.SEQUENTIAL, end);
    NaiveMarket.Outcome outcome = NaiveMarket.play(setup);
    assertThat(outcome.status()).isEqualTo(NaiveMarket.Status.CONVERGED);
    assertThat(outcome.rounds()).isEqualTo(1);
    assertThat(outcome.messages()).isZero();
    assertThat(outcome.bids()).isDeepEqualTo(end);
    NaiveMeasures measures = NaiveMeasures.of(setup, outcome);
    assertThat(measures.sold()).isEqualTo(150);
    assertThat(measures.efficiency()).isCloseTo(1, within(1e-12));
  }

  // ---------------------------------------------------------------- the strategies

  /**
   * With one seller to see, opt-out, cumulative and truthful-single are one; waterfill too unless
   * θ′ is constant.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void oneSellerLeavesOneReply(long seed) {
    NaiveMarket.Setup setup = RandomMarkets.market(seed);
    NaiveAuction[] auctions = someAuctions(setup, seed);
    for (int i = 0; i < setup.buyers().size(); i++) {
      NaiveMarket.Buyer buyer = setup.buyers().get(i);
      int[] oneSeller = {0};
      Bid[] expected = reply(setup, buyer, Strategy.TRUTHFUL_SINGLE, auctions, oneSeller, i);
      areClose(reply(setup, buyer, Strategy.OPT_OUT, auctions, oneSeller, i), expected, buyer);
      areClose(reply(setup, buyer, Strategy.CUMULATIVE, auctions, oneSeller, i), expected, buyer);
      if (buyer.valuation().constantUpTo() < 1e-9 * buyer.valuation().demand()
          && buyer.rule().shortfall() == Shortfall.PARTIAL) {
        areClose(reply(setup, buyer, Strategy.WATERFILL, auctions, oneSeller, i), expected, buyer);
      }
    }
  }

  private static void areClose(Bid[] actual, Bid[] expected, NaiveMarket.Buyer buyer) {
    for (int j = 0; j < expected.length; j++) {
      assertThat(actual[j] == null).isEqualTo(expected[j] == null);
      if (expected[j] != null) {
        double demand = buyer.valuation().demand();
        assertThat(actual[j].quantity()).isCloseTo(expected[j].quantity(), within(1e-9 * demand));
        assertThat(actual[j].price())
            .isCloseTo(expected[j].price(), within(1e-6 * expected[j].price()));
      }
    }
  }

  private static Bid[] reply(
      NaiveMarket.Setup setup,
      NaiveMarket.Buyer buyer,
      Strategy strategy,
      NaiveAuction[] auctions,
      int[] reach,
      int i) {
    Rule rule =
        new Rule(strategy, Ranking.RESIDUAL, buyer.rule().shading(), buyer.rule().shortfall());
    return NaiveStrategies.reply(
            rule, buyer.valuation(), buyer.budget(), setup.epsilon(), auctions, reach, i)
        .bids();
  }

  /**
   * Whatever is asked from up to four sellers, at whatever prices within the budget, gains no more
   * than the best utility.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void noBidsBeatTheBestUtility(long seed) {
    NaiveMarket.Setup setup = RandomMarkets.market(seed);
    NaiveAuction[] auctions = someAuctions(setup, seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < setup.buyers().size(); i++) {
      NaiveMarket.Buyer buyer = setup.buyers().get(i);
      double best =
          NaiveStrategies.bestUtility(
              buyer.valuation(), buyer.budget(), auctions, setup.reachOf(i), i);
      double slack = 1e-9 * buyer.valuation().value(buyer.valuation().demand());
      for (int trial = 0; trial < 50; trial++) {
        NaiveAuction[] then =
            NaiveMarket.withBids(auctions, i, anyBids(random, setup, i, auctions));
        if (paid(then, i) <= buyer.budget()) {
          assertThat(NaiveMarket.utility(setup, i, then)).isLessThanOrEqualTo(best + slack);
        }
      }
    }
  }

  private static double paid(NaiveAuction[] auctions, int i) {
    return Arrays.stream(auctions)
        .mapToDouble(auction -> auction.eligible(i) ? auction.costByExclusion(i) : 0)
        .sum();
  }

  /** Bids at prices around those that are there. */
  private static Bid[] anyBids(
      SplittableRandom random, NaiveMarket.Setup setup, int i, NaiveAuction[] auctions) {
    Bid[] bids = new Bid[auctions.length];
    double demand = setup.buyers().get(i).valuation().demand();
    for (int j : setup.reachOf(i)) {
      double[] levels = auctions[j].levels(i);
      double price = levels[random.nextInt(levels.length)] * (random.nextBoolean() ? 1 : 1.001);
      bids[j] = random.nextInt(4) == 0 ? null : new Bid(demand * random.nextDouble(), price);
    }
    return bids;
  }

  /**
   * No larger total than z* is both feasible and affordable, by the definition of pool and cost at
   * every total of a fine grid.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void noLargerTotalWouldDo(long seed) {
    NaiveMarket.Setup setup = RandomMarkets.market(seed);
    NaiveAuction[] auctions = someAuctions(setup, seed);
    for (int i = 0; i < setup.buyers().size(); i++) {
      NaiveMarket.Buyer buyer = setup.buyers().get(i);
      Rule rule =
          new Rule(Strategy.OPT_OUT, buyer.rule().ranking(), Shading.UTILITY, Shortfall.PARTIAL);
      double desired =
          NaiveStrategies.reply(
                  rule,
                  buyer.valuation(),
                  buyer.budget(),
                  setup.epsilon(),
                  auctions,
                  setup.reachOf(i),
                  i)
              .desired();
      double demand = buyer.valuation().demand();
      int[] reach = setup.reachOf(i);
      for (int step = 1; step <= 1000; step++) {
        double z = demand * step / 1000;
        if (z > desired * (1 + 1e-9)) {
          assertThat(doable(rule, buyer, auctions, reach, i, z))
              .as("z = %s > z* = %s", z, desired)
              .isFalse();
        }
      }
      double inside = desired * (1 - 1e-9);
      assertThat(
              desired == 0
                  || buyer.budget() < Double.POSITIVE_INFINITY
                  || doable(rule, buyer, auctions, reach, i, inside))
          .isTrue();
    }
  }

  private static boolean doable(
      Rule rule, NaiveMarket.Buyer buyer, NaiveAuction[] auctions, int[] reach, int i, double z) {
    double price = buyer.valuation().marginal(z);
    List<Integer> ranking = new ArrayList<>();
    for (int j : reach) {
      if (auctions[j].residualSupply(i, price) > 0) {
        ranking.add(j);
      }
    }
    ranking.sort((a, b) -> compare(rule, auctions, i, price, a, b));
    double smallest = Double.POSITIVE_INFINITY;
    for (int n = 1; n <= ranking.size(); n++) {
      smallest = Math.min(smallest, auctions[ranking.get(n - 1)].residualSupply(i, price));
      if (n * smallest >= z) {
        double each = z / n;
        return ranking.subList(0, n).stream().mapToDouble(j -> auctions[j].costOf(i, each)).sum()
            <= buyer.budget();
      }
    }
    return false;
  }

  private static int compare(
      Rule rule, NaiveAuction[] auctions, int i, double price, int a, int b) {
    int byMerit =
        rule.ranking() == Ranking.RESIDUAL
            ? Double.compare(
                auctions[b].residualSupply(i, price), auctions[a].residualSupply(i, price))
            : Double.compare(auctions[b].quantity(), auctions[a].quantity());
    if (byMerit != 0) {
      return byMerit;
    }
    int byReserve = Double.compare(auctions[a].reserve(), auctions[b].reserve());
    return byReserve != 0 ? byReserve : Integer.compare(a, b);
  }

  /** The auctions after two rounds of play. */
  private static NaiveAuction[] someAuctions(NaiveMarket.Setup setup, long seed) {
    NaiveMarket.Setup twoRounds =
        new NaiveMarket.Setup(
            setup.sellers(),
            setup.buyers(),
            setup.ties(),
            setup.epsilon(),
            (int) (1 + seed % 3),
            setup.activation(),
            null);
    NaiveMarket.Outcome outcome = NaiveMarket.play(twoRounds);
    return NaiveMarket.auctions(outcome.bids(), outcome.reserves(), setup.sellers(), setup.ties());
  }

  // ---------------------------------------------------------------- whole markets

  @ParameterizedTest
  @MethodSource("seeds")
  void everyMarketEndsFeasiblyAndBelowItsOptimum(long seed) {
    NaiveMarket.Setup setup = RandomMarkets.market(seed);
    NaiveMarket.Outcome outcome = NaiveMarket.play(setup);
    NaiveMeasures measures = NaiveMeasures.of(setup, outcome);
    for (int j = 0; j < setup.sellers().size(); j++) {
      int seller = j;
      double sold = Arrays.stream(outcome.allocation()).mapToDouble(row -> row[seller]).sum();
      assertThat(sold).isLessThanOrEqualTo(setup.sellers().get(j).quantity() * (1 + 1e-12));
      assertThat(outcome.reserves()[j]).isGreaterThanOrEqualTo(setup.sellers().get(j).reserve());
    }
    assertThat(measures.welfare()).isLessThanOrEqualTo(measures.optimum() * (1 + 1e-9));
    assertThat(measures.restrictedGap()).isGreaterThanOrEqualTo(0);
    if (outcome.status() == NaiveMarket.Status.CONVERGED) {
      assertThat(measures.restrictedGap())
          .isLessThanOrEqualTo(setup.epsilon() * (1 + 1e-9) + 1e-12 * measures.optimum());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void exchangesReachTheOptimum(long seed) {
    NaiveMarket.Setup setup = RandomMarkets.market(seed);
    List<NaiveValuation> valuations =
        setup.buyers().stream().map(NaiveMarket.Buyer::valuation).toList();
    double[] quantities =
        setup.sellers().stream().mapToDouble(NaiveMarket.Seller::quantity).toArray();
    double[] reserves = setup.sellers().stream().mapToDouble(NaiveMarket.Seller::reserve).toArray();
    int[][] reach =
        IntStream.range(0, valuations.size()).mapToObj(setup::reachOf).toArray(int[][]::new);
    NaiveOptimum.Bounds bounds = NaiveOptimum.anyReach(valuations, quantities, reserves, reach);
    assertThat(bounds.gap()).isLessThanOrEqualTo(1e-9 * Math.abs(bounds.bound()));
    if (setup.buyers().stream().allMatch(buyer -> buyer.reach() == null)) {
      double welfare = NaiveOptimum.fullReach(valuations, quantities, reserves).welfare();
      assertThat(bounds.reached()).isCloseTo(welfare, within(1e-9 * Math.abs(welfare)));
    }
  }

  /**
   * One seller, parabolic valuations, no budgets, an ε-Nash end: welfare ≥ optimum − 4 D √(ε k).
   */
  @Test
  void lazarAndSemretsBound() {
    long held = seeds().filter(NaiveMarketTest::keepsLazarAndSemretsBound).count();
    assertThat(held).as("markets that end within ε").isGreaterThanOrEqualTo(seeds().count() / 4);
  }

  /** Whether a market ends within ε; if it does, the bound must hold. */
  private static boolean keepsLazarAndSemretsBound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<NaiveMarket.Buyer> buyers = new ArrayList<>();
    double steepest = 0;
    Rule rule =
        new Rule(
            Strategy.TRUTHFUL_SINGLE, Ranking.RESIDUAL, Shading.LAZAR_SEMRET, Shortfall.PARTIAL);
    for (int i = random.nextInt(2, 8); i > 0; i--) {
      double demand = random.nextDouble(50, 100);
      double slope = random.nextDouble(10, 20) / demand;
      steepest = Math.max(steepest, slope);
      buyers.add(
          new NaiveMarket.Buyer(
              NaiveValuation.parabolic(demand, slope), Double.POSITIVE_INFINITY, null, rule));
    }
    NaiveMarket.Setup setup =
        NaiveMarket.Setup.of(List.of(NaiveMarket.Seller.fixed(100, 0)), buyers, 5, 500);
    NaiveMarket.Outcome outcome = NaiveMarket.play(setup);
    NaiveMeasures measures = NaiveMeasures.of(setup, outcome);
    if (outcome.status() != NaiveMarket.Status.CONVERGED || measures.nashGap() > setup.epsilon()) {
      return false;
    }
    assertThat(measures.welfare())
        .as("seed %s", seed)
        .isGreaterThanOrEqualTo(measures.optimum() - 4 * 100 * Math.sqrt(5 * steepest));
    return true;
  }
}
