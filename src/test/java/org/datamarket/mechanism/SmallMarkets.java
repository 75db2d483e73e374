package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;

/** Random small populations, the same for the same seed: ties, zeros, caps, partial reach. */
final class SmallMarkets {
  private SmallMarkets() {}

  static Population of(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int sellers = 1 + random.nextInt(5);
    int buyers = 1 + random.nextInt(7);
    boolean round = seed % 3 == 0;
    boolean linear = seed % 5 == 0;
    double[] quantities = new double[sellers];
    double[] reserves = new double[sellers];
    for (int j = 0; j < sellers; j++) {
      boolean none = seed % 7 == 0 && random.nextInt(4) == 0;
      quantities[j] = none ? 0 : amount(random, round, 8);
      reserves[j] = random.nextInt(4) == 0 ? 0 : round ? random.nextInt(3) : random.nextDouble(3);
    }
    List<Valuation> valuations = new ArrayList<>();
    int[][] reach = new int[buyers][];
    boolean isp = seed % 4 == 1;
    double ispPrice = round ? 1 + random.nextInt(3) : random.nextDouble(0.3, 4);
    for (int i = 0; i < buyers; i++) {
      Valuation own = valuation(random, round, linear);
      double price = seed % 8 == 1 && random.nextBoolean() ? ispPrice + 1 : ispPrice;
      valuations.add(isp ? WithIsp.of(own, price) : own);
      reach[i] = reach(random, sellers, seed % 2 == 0);
    }
    if (seed % 11 == 0) {
      quantities[0] = valuations.stream().mapToDouble(Valuation::demand).sum();
    }
    double[] budgets = new double[buyers];
    Arrays.fill(budgets, Double.POSITIVE_INFINITY);
    double fee = seed % 3 == 0 ? 0 : 0.25;
    return new Population(valuations, budgets, quantities, reserves, Reach.of(reach, sellers), fee);
  }

  private static double amount(SplittableRandom random, boolean round, int most) {
    return round ? 1 + random.nextInt(most) : random.nextDouble(0.1, most);
  }

  private static Valuation valuation(SplittableRandom random, boolean round, boolean linear) {
    double demand = random.nextInt(15) == 0 ? 0 : amount(random, round, 6);
    if (linear) {
      return new Linear(demand, 1 + random.nextInt(4));
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Linear(demand, round ? 1 + random.nextInt(4) : random.nextDouble(0.5, 5));
      case 1 -> new Parabolic(demand, round ? 1 : random.nextDouble(0.2, 3));
      case 2 -> new Logarithmic(demand, random.nextDouble(2, 12), random.nextDouble(0.5, 3));
      default ->
          new AlphaFair(
              demand,
              random.nextDouble(2, 10),
              random.nextDouble(0.1, 0.9),
              random.nextBoolean() ? 0 : 1);
    };
  }

  static int[] reach(SplittableRandom random, int sellers, boolean full) {
    return IntStream.range(0, sellers).filter(j -> full || random.nextInt(5) < 2).toArray();
  }

  /** All mechanisms but the search of a posted price, with parameters that vary. */
  static List<Mechanism> mechanisms(int seed) {
    return List.of(
        new NoMarket(),
        new UniformPrice(seed % 3 / 2.0),
        new PayAsBid(),
        new Vcg(),
        new MultiBid(1 + seed % 6),
        new IspSplit(seed % 5 / 4.0),
        new IspVolume(seed % 5 / 4.0),
        new IspCommon(0.5));
  }
}
