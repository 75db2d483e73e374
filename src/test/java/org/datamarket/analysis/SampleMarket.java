package org.datamarket.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;

/** Markets to try the planner's optimum on. */
public record SampleMarket(
    List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {

  public PlannersOptimum optimum() {
    return PlannersOptimum.of(valuations, quantities, reserves, reach);
  }

  /**
   * A few buyers and sellers of every kind, with whole prices and quantities (so with ties) or
   * without.
   */
  public static SampleMarket small(RandomGenerator random, boolean whole) {
    int buyers = 1 + random.nextInt(6);
    int sellers = 1 + random.nextInt(5);
    double density = 0.2 + 0.8 * random.nextDouble();
    List<Valuation> valuations = new ArrayList<>();
    int[][] sees = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      valuations.add(valuation(random, whole));
      sees[i] = IntStream.range(0, sellers).filter(j -> random.nextDouble() < density).toArray();
    }
    double[] quantities = new double[sellers];
    double[] reserves = new double[sellers];
    for (int j = 0; j < sellers; j++) {
      quantities[j] = random.nextInt(8) == 0 ? 0 : draw(random, whole, 8);
      reserves[j] =
          random.nextInt(3) == 0 ? 0 : draw(random, whole, random.nextInt(4) == 0 ? 9 : 3);
    }
    return new SampleMarket(valuations, quantities, reserves, Reach.of(sees, sellers));
  }

  /** A valuation of any kind, with the ISP for one in four. */
  static Valuation valuation(RandomGenerator random, boolean whole) {
    double demand = random.nextInt(10) == 0 ? 0 : draw(random, whole, 8);
    double price = draw(random, whole, 6);
    Valuation own =
        switch (random.nextInt(5)) {
          case 0 -> new Linear(demand, price);
          case 1 -> new Parabolic(demand, price / Math.max(1, demand));
          case 2 -> new Logarithmic(demand, price, draw(random, whole, 3));
          case 3 ->
              new AlphaFair(demand, price, 0.95 * random.nextDouble(), draw(random, whole, 3));
          default -> new AlphaFair(demand, price, random.nextInt(5) / 5.0, 0);
        };
    return random.nextInt(4) == 0 ? WithIsp.of(own, draw(random, whole, 4)) : own;
  }

  private static double draw(RandomGenerator random, boolean whole, int most) {
    return whole ? 1 + random.nextInt(most) : most * (0.02 + random.nextDouble());
  }

  /**
   * The market on a network in which buyer i sees the given sellers, with supply a share of demand.
   */
  public static SampleMarket on(int[][] sees, int sellers, double share, RandomGenerator random) {
    List<Valuation> valuations = new ArrayList<>();
    for (int i = 0; i < sees.length; i++) {
      valuations.add(valuation(random, random.nextBoolean()));
    }
    double[] quantities = new double[sellers];
    double[] reserves = new double[sellers];
    for (int j = 0; j < sellers; j++) {
      quantities[j] = Math.exp(0.8 * random.nextGaussian());
      reserves[j] = random.nextBoolean() ? 0.1 : random.nextDouble();
    }
    double demand = valuations.stream().mapToDouble(Valuation::demand).sum();
    double scale = share * demand / Arrays.stream(quantities).sum();
    Arrays.setAll(quantities, j -> scale * quantities[j]);
    return new SampleMarket(valuations, quantities, reserves, Reach.of(sees, sellers));
  }
}
