package org.datamarket.analysis.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.datamarket.analysis.CuttingPlanes;
import org.datamarket.analysis.SampleMarket;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannersOptimumTest {

  private static final double[] NO_RESERVES = {0, 0};

  /** Beltrán &amp; Roggendorf's market, docs/model.md §8. */
  private static List<Valuation> beltranRoggendorf() {
    double[][] demandAndFirst = {{90, 10}, {85, 12}, {80, 15}, {70, 20}, {65, 22}};
    return Arrays.stream(demandAndFirst)
        .map(pair -> (Valuation) new Parabolic(pair[0], pair[1] / pair[0]))
        .toList();
  }

  private static Reach[] fullAndSparse(int buyers, int sellers) {
    // A buyer that wants nothing and sees nobody keeps the reach from being full.
    int[][] sees = new int[buyers + 1][];
    int[] all = IntStream.range(0, sellers).toArray();
    Arrays.setAll(sees, i -> i < buyers ? all : new int[0]);
    return new Reach[] {Reach.full(buyers, sellers), Reach.of(sees, sellers)};
  }

  private static PlannersOptimum solve(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    List<Valuation> all = new ArrayList<>(valuations);
    while (all.size() < reach.buyers()) {
      all.add(new Linear(0, 1));
    }
    return PlannersOptimum.of(all, quantities, reserves, reach);
  }

  @Test
  void beltranRoggendorf_publishedOptimum() {
    for (Reach reach : fullAndSparse(5, 2)) {
      PlannersOptimum optimum =
          solve(beltranRoggendorf(), new double[] {60, 40}, NO_RESERVES, reach);
      assertThat(optimum.welfare()).isCloseTo(1465.18, within(0.005));
      assertThat(optimum.prices()).hasSize(2);
      assertThat(optimum.prices()[0]).isCloseTo(10.598, within(0.0005));
      assertThat(optimum.prices()[1]).isCloseTo(10.598, within(0.0005));
      double[] totals = {0, 9.93, 23.48, 32.91, 33.69};
      for (int i = 0; i < totals.length; i++) {
        assertThat(optimum.totals()[i]).isCloseTo(totals[i], within(0.005));
      }
      assertThat(optimum.sold()[0]).isCloseTo(60, within(1e-10));
      assertThat(optimum.sold()[1]).isCloseTo(40, within(1e-10));
      assertCertified(optimum);
    }
  }

  static Stream<JsonNode> goldenMarkets() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> markets = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PlannersOptimumTest.class.getResourceAsStream("/golden/multi-seller.jsonl"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        markets.add(mapper.readTree(line));
      }
    }
    assertThat(markets).hasSize(12);
    return markets.stream();
  }

  @ParameterizedTest
  @MethodSource("goldenMarkets")
  void goldenMarket_referenceOptimum(JsonNode market) {
    JsonNode sellers = market.get("sellers");
    List<Valuation> valuations = new ArrayList<>();
    int[][] sees = new int[market.get("buyers").size()][];
    for (JsonNode buyer : market.get("buyers")) {
      int[] all = IntStream.range(0, sellers.size()).toArray();
      sees[valuations.size()] = buyer.get("reach").isNull() ? all : ints(buyer.get("reach"));
      valuations.add(valuation(buyer.get("demand").doubleValue(), buyer.get("valuation")));
    }
    double[] quantities = doubles(sellers, "quantity");
    PlannersOptimum optimum =
        PlannersOptimum.of(
            valuations, quantities, doubles(sellers, "reserve"), Reach.of(sees, sellers.size()));
    assertThat(optimum.welfare())
        .isCloseTo(market.get("optimum").doubleValue(), Percentage.withPercentage(1e-9));
    assertCertified(optimum);
  }

  private static Valuation valuation(double demand, JsonNode node) {
    return switch (node.get("kind").textValue()) {
      case "alpha-fair" ->
          new AlphaFair(
              demand, node.get("sigma").doubleValue(), node.get("alpha").doubleValue(), 0);
      case "parabolic" -> new Parabolic(demand, node.get("kappa").doubleValue());
      case "linear" -> new Linear(demand, node.get("value").doubleValue());
      default -> throw new AssertionError("unknown kind: " + node);
    };
  }

  private static int[] ints(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::intValue).toArray();
  }

  private static double[] doubles(JsonNode list, String key) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(node -> node.get(key).doubleValue())
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void smallMarkets_agreeWithCuttingPlanes(boolean whole) {
    RandomGenerator random = new MersenneTwister(whole ? 11 : 12);
    int tight = 0;
    for (int k = 0; k < 300; k++) {
      SampleMarket market = SampleMarket.small(random, whole);
      PlannersOptimum optimum = market.optimum();
      CuttingPlanes slow = new CuttingPlanes(market);
      slow.solve(1e-8, 60);
      double tolerance = 1e-7 * Math.abs(slow.upper) + 1e-9;
      assertThat(optimum.welfare())
          .as("market %d: %s", k, market)
          .isBetween(slow.lower - tolerance, slow.upper + tolerance);
      tight += slow.upper - slow.lower <= 1e-6 * Math.abs(slow.upper) + 1e-9 ? 1 : 0;
      assertCertified(optimum);
      assertBoundHolds(market, optimum);
    }
    assertThat(tight)
        .as("markets in which the slow method is exact enough to tell")
        .isGreaterThan(290);
  }

  @Test
  void smallMarkets_pricesAndTotalsFitTogether() {
    RandomGenerator random = new MersenneTwister(5);
    for (int k = 0; k < 1000; k++) {
      SampleMarket market = SampleMarket.small(random, k % 2 == 0);
      PlannersOptimum optimum = market.optimum();
      for (int j = 0; j < market.quantities().length; j++) {
        double slack = market.quantities()[j] - optimum.sold()[j];
        double rent = optimum.prices()[j] - market.reserves()[j];
        assertThat(rent).isNotNegative();
        assertThat(slack > 1e-9 && rent > 1e-9)
            .as("unsold above its reserve: %s", market)
            .isFalse();
      }
      for (Delivery delivery : optimum.deliveries()) {
        double least =
            OptimumCertificate.leastPrice(market.reach(), delivery.buyer(), optimum.prices());
        assertThat(optimum.prices()[delivery.seller()]).isCloseTo(least, within(1e-9));
      }
    }
  }

  @Test
  void fullReach_agreesWithDecomposition() {
    RandomGenerator random = new MersenneTwister(6);
    for (int k = 0; k < 1000; k++) {
      SampleMarket market = SampleMarket.small(random, k % 2 == 0);
      Reach[] reaches = fullAndSparse(market.valuations().size(), market.quantities().length);
      double one =
          solve(market.valuations(), market.quantities(), market.reserves(), reaches[0]).welfare();
      double other =
          solve(market.valuations(), market.quantities(), market.reserves(), reaches[1]).welfare();
      assertThat(one).isCloseTo(other, within(1e-11 * (1 + other)));
    }
  }

  @Test
  void scalesFarApart_certified() {
    RandomGenerator random = new MersenneTwister(7);
    for (int k = 0; k < 1000; k++) {
      SampleMarket small = SampleMarket.small(random, false);
      List<Valuation> valuations = new ArrayList<>();
      for (int i = 0; i < small.valuations().size(); i++) {
        double demand = power(random);
        double price = power(random);
        valuations.add(
            switch (random.nextInt(4)) {
              case 0 -> new Linear(demand, price);
              case 1 -> new Parabolic(demand, price / demand);
              case 2 -> new AlphaFair(demand, price, random.nextDouble() * 0.98, 0);
              default -> WithIsp.of(new AlphaFair(demand, price, 0.5, demand), price / 100);
            });
      }
      double[] quantities = small.quantities().clone();
      Arrays.setAll(quantities, j -> quantities[j] > 0 ? power(random) : 0);
      double[] reserves = small.reserves().clone();
      Arrays.setAll(reserves, j -> reserves[j] > 0 ? power(random) : 0);
      SampleMarket market = new SampleMarket(valuations, quantities, reserves, small.reach());
      PlannersOptimum optimum = market.optimum();
      assertThat(optimum.certificate().oversold()).isLessThan(1e-12);
      assertThat(optimum.upperBound() - optimum.welfare())
          .as("%d %s %s", k, market, optimum.certificate())
          .isLessThanOrEqualTo(1e-9 * optimum.upperBound() + roundingOfValues(market));
      assertBoundHolds(market, optimum);
    }
  }

  /** What is lost in the last bits of the values themselves. */
  private static double roundingOfValues(SampleMarket market) {
    return 1e-14
        * market.valuations().stream().mapToDouble(theta -> theta.value(theta.demand())).sum();
  }

  private static double power(RandomGenerator random) {
    return Math.pow(10, -6 + 15 * random.nextDouble());
  }

  @Test
  void linearBuyersTiedAtThePrice_shareWhatIsLeft() {
    List<Valuation> valuations = List.of(new Linear(10, 5), new Linear(30, 3), new Linear(10, 3));
    for (Reach reach : fullAndSparse(3, 2)) {
      PlannersOptimum optimum =
          solve(valuations, new double[] {20, 10}, new double[] {1, 0}, reach);
      assertThat(optimum.welfare()).isCloseTo(10 * 5 + 20 * 3 - 20, within(1e-10));
      assertThat(optimum.prices()).containsExactly(3, 3);
      assertThat(optimum.totals()[0]).isCloseTo(10, within(1e-12));
    }
    PlannersOptimum shared =
        solve(valuations, new double[] {20, 10}, new double[] {1, 0}, Reach.full(3, 2));
    assertThat(shared.totals()[1]).isCloseTo(15, within(1e-10));
    assertThat(shared.totals()[2]).isCloseTo(5, within(1e-10));
  }

  @Test
  void reserveEqualToTheUnitValue_tradesAtNoGain() {
    for (Reach reach : fullAndSparse(1, 2)) {
      PlannersOptimum optimum =
          solve(List.of(new Linear(10, 2)), new double[] {4, 4}, new double[] {1, 2}, reach);
      assertThat(optimum.welfare()).isCloseTo(4, within(1e-12));
      assertThat(optimum.totals()[0]).isCloseTo(8, within(1e-12));
      assertThat(optimum.prices()).containsExactly(2, 2);
    }
  }

  @Test
  void reservesAboveEveryValuation_nothingIsSold() {
    for (Reach reach : fullAndSparse(2, 2)) {
      PlannersOptimum optimum =
          solve(
              List.of(new Linear(10, 2), new Parabolic(5, 1)),
              new double[] {4, 1e9},
              new double[] {7, 9},
              reach);
      assertThat(optimum.welfare()).isZero();
      assertThat(optimum.relativeGap()).isZero();
      assertThat(optimum.deliveries()).isEmpty();
      assertThat(optimum.prices()[0]).isEqualTo(7);
      assertThat(optimum.prices()[1]).isEqualTo(9);
    }
  }

  @Test
  void abundance_everybodyHasItsDemandAtTheReserve() {
    for (Reach reach : fullAndSparse(2, 2)) {
      PlannersOptimum optimum =
          solve(
              List.of(new AlphaFair(3, 4, 0.5, 0), new Linear(5, 2)),
              new double[] {100, 100},
              new double[] {0.5, 0},
              reach);
      assertThat(optimum.totals()[0]).isCloseTo(3, within(1e-12));
      assertThat(optimum.totals()[1]).isCloseTo(5, within(1e-12));
      assertThat(optimum.prices()).containsExactly(0.5, 0);
      assertThat(optimum.welfare()).isCloseTo(4 * Math.sqrt(3) / 0.5 + 10, within(1e-10));
    }
  }

  @Test
  void nobodyToBuyFrom_onlyTheIspHelps() {
    Valuation withIsp = WithIsp.of(new Parabolic(10, 1), 4);
    PlannersOptimum optimum =
        PlannersOptimum.of(
            List.of(withIsp, new Linear(3, 1)),
            new double[] {0},
            new double[] {0},
            Reach.of(new int[][] {{0}, {}}, 1));
    assertThat(optimum.welfare()).isEqualTo(withIsp.value(0)).isPositive();
    assertThat(optimum.relativeGap()).isZero();
    assertThat(optimum.totals()).containsExactly(0, 0);
    assertThat(optimum.prices()).containsExactly(4);
  }

  @Test
  void noBuyersOrNoSellers_empty() {
    PlannersOptimum noBuyers =
        PlannersOptimum.of(List.of(), new double[] {1}, new double[] {2}, Reach.full(0, 1));
    assertThat(noBuyers.welfare()).isZero();
    assertThat(noBuyers.prices()).containsExactly(2);
    PlannersOptimum noSellers =
        PlannersOptimum.of(
            List.of(new Linear(1, 1)), new double[0], new double[0], Reach.full(1, 0));
    assertThat(noSellers.welfare()).isZero();
    assertThat(noSellers.totals()).containsExactly(0);
  }

  @Test
  void valuationOfOnesOwn_invertedByBisection() {
    Valuation own =
        new Valuation() {
          private static final long serialVersionUID = 1;

          @Override
          public double demand() {
            return 4;
          }

          @Override
          public double value(double z) {
            return 1 - StrictMath.exp(-Math.min(z, 4));
          }

          @Override
          public double marginal(double z) {
            return z > 4 ? 0 : StrictMath.exp(-z);
          }
        };
    PlannersOptimum optimum =
        PlannersOptimum.of(
            List.of(own, own, own),
            new double[] {2, 3},
            new double[] {0, 0},
            Reach.of(new int[][] {{0}, {0, 1}, {1}}, 2));
    assertThat(optimum.prices()[0]).isCloseTo(Math.exp(-5.0 / 3), within(1e-10));
    assertThat(optimum.totals()[2]).isCloseTo(5.0 / 3, within(1e-10));
    assertCertified(optimum);
  }

  @Test
  void sameInput_sameBits() {
    SampleMarket market = SampleMarket.small(new MersenneTwister(3), false);
    assertThat(market.optimum().deliveries()).isEqualTo(market.optimum().deliveries());
    assertThat(market.optimum().certificate()).isEqualTo(market.optimum().certificate());
    assertThat(market.optimum().prices()).isEqualTo(market.optimum().prices());
  }

  @Test
  void result_cannotBeChangedFromOutside() {
    PlannersOptimum optimum =
        PlannersOptimum.of(
            List.of(new Linear(1, 1)), new double[] {1}, new double[] {0}, Reach.full(1, 1));
    optimum.totals()[0] = 9;
    optimum.sold()[0] = 9;
    optimum.prices()[0] = 9;
    assertThat(optimum.totals()).containsExactly(1);
    assertThat(optimum.sold()).containsExactly(1);
    assertThat(optimum.prices()).containsExactly(1);
  }

  @Test
  void wrongArguments_throw() {
    List<Valuation> one = List.of(new Linear(1, 1));
    Reach reach = Reach.full(1, 1);
    double[] good = {1};
    assertThatThrownBy(() -> PlannersOptimum.of(one, new double[2], good, reach))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 quantities");
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> PlannersOptimum.of(one, new double[] {bad}, good, reach))
          .hasMessageContaining("quantity of seller 0")
          .hasMessageContaining("" + bad);
      assertThatThrownBy(() -> PlannersOptimum.of(one, good, new double[] {bad}, reach))
          .hasMessageContaining("reserve of seller 0");
    }
  }

  static void assertCertified(PlannersOptimum optimum) {
    assertThat(optimum.certificate().holds(1e-10)).as("%s", optimum.certificate()).isTrue();
  }

  /**
   * The bound once more from its definition, each buyer's best total searched for by thirds: no
   * closed-form inverse takes part.
   */
  static void assertBoundHolds(SampleMarket market, PlannersOptimum optimum) {
    double bound = 0;
    for (int j = 0; j < market.quantities().length; j++) {
      double quantity = market.quantities()[j];
      bound += quantity > 0 ? (optimum.prices()[j] - market.reserves()[j]) * quantity : 0;
      assertThat(optimum.sold()[j]).isLessThanOrEqualTo(quantity * (1 + 1e-12));
    }
    for (int i = 0; i < market.valuations().size(); i++) {
      double price = OptimumCertificate.leastPrice(market.reach(), i, optimum.prices());
      bound += bestSurplus(market.valuations().get(i), price);
    }
    assertThat(optimum.upperBound())
        .as("%s", market)
        .isCloseTo(bound, within(1e-8 * Math.abs(bound) + roundingOfValues(market)));
  }

  /** What a total is worth above its price and above nothing; 0 if that is only rounding. */
  private static double gain(Valuation valuation, double price, double total) {
    double gain = valuation.value(total) - valuation.value(0) - price * total;
    return gain > 1e-13 * price * total ? gain : 0;
  }

  private static double bestSurplus(Valuation valuation, double price) {
    if (Double.isInfinite(price)) {
      return valuation.value(0);
    }
    double low = 0;
    double high = valuation.demand();
    for (int step = 0; step < 200; step++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (valuation.value(left) - price * left < valuation.value(right) - price * right) {
        low = left;
      } else {
        high = right;
      }
    }
    double best =
        Math.max(gain(valuation, price, high), gain(valuation, price, valuation.demand()));
    return valuation.value(0) + best;
  }
}
