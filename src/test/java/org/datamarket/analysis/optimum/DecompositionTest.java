package org.datamarket.analysis.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.analysis.SampleMarket;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The planner's optimum on networks with a structure that could be hard for a decomposition. */
class DecompositionTest {
  private static final int BUYERS = 1500;
  private static final int SELLERS = 300;

  static Stream<Arguments> networks() {
    RandomGenerator random = new MersenneTwister(17);
    return Stream.of(
        Arguments.of("random", reach(i -> draw(random, 8, 0, SELLERS))),
        Arguments.of("chain", reach(i -> new int[] {home(i), Math.min(SELLERS - 1, home(i) + 1)})),
        Arguments.of(
            "ring",
            reach(i -> IntStream.range(home(i), home(i) + 8).map(j -> j % SELLERS).toArray())),
        Arguments.of(
            "small world",
            reach(
                i ->
                    random.nextInt(20) == 0
                        ? draw(random, 6, 0, SELLERS)
                        : IntStream.range(home(i), home(i) + 6).map(j -> j % SELLERS).toArray())),
        Arguments.of("clusters that touch", reach(i -> draw(random, 8, home(i) / 30 * 30, 32))),
        Arguments.of("clusters apart", reach(i -> draw(random, 8, home(i) / 30 * 30, 30))),
        Arguments.of("nested", reach(i -> IntStream.rangeClosed(0, home(i)).toArray())),
        Arguments.of(
            "nested from the other end", reach(i -> IntStream.range(home(i), SELLERS).toArray())),
        Arguments.of("star", reach(i -> new int[] {0, 1 + i % (SELLERS - 1)})),
        Arguments.of("one each", reach(i -> new int[] {home(i)})),
        Arguments.of(
            "some see nobody", reach(i -> i % 3 == 0 ? new int[0] : draw(random, 4, 0, SELLERS))));
  }

  private static int home(int buyer) {
    return buyer * SELLERS / BUYERS;
  }

  private static int[] draw(RandomGenerator random, int count, int first, int width) {
    return IntStream.generate(() -> (first + random.nextInt(width)) % SELLERS)
        .distinct()
        .limit(count)
        .toArray();
  }

  private static int[][] reach(IntFunction<int[]> sees) {
    return IntStream.range(0, BUYERS)
        .mapToObj(i -> Arrays.stream(sees.apply(i)).distinct().toArray())
        .toArray(int[][]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void structuredNetwork_certified(String name, int[][] sees) {
    RandomGenerator random = new MersenneTwister(name.length());
    for (double share : new double[] {0.1, 0.6, 1, 3}) {
      SampleMarket market = SampleMarket.on(sees, SELLERS, share, random);
      certify(market);
      market.quantities()[SELLERS / 2] *= SELLERS;
      certify(market);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void structuredNetworkOfEqualBuyers_certified(String name, int[][] sees) {
    for (Valuation one :
        List.of(new Linear(2, 3), new AlphaFair(2, 3, 0.5, 0), new Parabolic(2, 1))) {
      List<Valuation> valuations = new ArrayList<>();
      IntStream.range(0, BUYERS).forEach(i -> valuations.add(one));
      double[] quantities = new double[SELLERS];
      Arrays.setAll(quantities, j -> 1 + j % 9);
      double[] reserves = new double[SELLERS];
      Arrays.setAll(reserves, j -> j % 4);
      certify(new SampleMarket(valuations, quantities, reserves, Reach.of(sees, SELLERS)));
      Arrays.setAll(quantities, j -> 6);
      certify(
          new SampleMarket(valuations, quantities, new double[SELLERS], Reach.of(sees, SELLERS)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void structuredNetworkWithScalesFarApart_certified(String name, int[][] sees) {
    RandomGenerator random = new MersenneTwister(2L * name.length());
    List<Valuation> valuations = new ArrayList<>();
    for (int i = 0; i < BUYERS; i++) {
      double demand = power(random);
      double price = power(random);
      valuations.add(
          switch (i % 3) {
            case 0 -> new Linear(demand, price);
            case 1 -> new Parabolic(demand, price / demand);
            default -> new AlphaFair(demand, price, random.nextDouble() * 0.98, 0);
          });
    }
    double[] quantities = new double[SELLERS];
    Arrays.setAll(quantities, j -> power(random));
    double[] reserves = new double[SELLERS];
    Arrays.setAll(reserves, j -> power(random) / 1e3);
    certify(new SampleMarket(valuations, quantities, reserves, Reach.of(sees, SELLERS)));
  }

  private static double power(RandomGenerator random) {
    return Math.pow(10, -6 + 15 * random.nextDouble());
  }

  @Test
  void supplyThatThinsOutAlongAChain_certified() {
    int length = 1000;
    int[][] sees = new int[length][];
    Arrays.setAll(sees, i -> i + 1 < length ? new int[] {i, i + 1} : new int[] {i});
    List<Valuation> valuations = new ArrayList<>();
    IntStream.range(0, length).forEach(i -> valuations.add(new AlphaFair(10, 1, 0.5, 0)));
    double[] gentle = new double[length];
    Arrays.setAll(gentle, i -> 2 - 1.5 * i / length);
    certify(new SampleMarket(valuations, gentle, new double[length], Reach.of(sees, length)));
    double[] steep = new double[length];
    Arrays.setAll(steep, i -> Math.pow(0.97, i));
    certify(new SampleMarket(valuations, steep, new double[length], Reach.of(sees, length)));
    Arrays.setAll(steep, i -> 9 * Math.pow(0.97, length - i));
    certify(new SampleMarket(valuations, steep, new double[length], Reach.of(sees, length)));
  }

  @Test
  void citySizeNetwork_certified() {
    RandomGenerator random = new MersenneTwister(10);
    int[][] sees = new int[10_000][];
    Arrays.setAll(
        sees, i -> IntStream.generate(() -> random.nextInt(1000)).distinct().limit(16).toArray());
    certify(SampleMarket.on(sees, 1000, 0.6, random));
  }

  private static void certify(SampleMarket market) {
    PlannersOptimum optimum = market.optimum();
    PlannersOptimumTest.assertCertified(optimum);
    PlannersOptimumTest.assertBoundHolds(market, optimum);
  }
}
