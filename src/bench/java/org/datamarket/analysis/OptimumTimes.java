package org.datamarket.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;

/**
 * Prints how long the planner's optimum takes on networks of city size, with the certified gap and
 * how many different prices there are. Arguments: buyers, sellers, reach (10000 1000 16).
 *
 * <pre>
 *   mvn -q compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 *   java -cp target/classes:$(cat target/classpath) src/bench/java/org/datamarket/analysis/OptimumTimes.java
 * </pre>
 */
public final class OptimumTimes {
  private final int buyers;
  private final int sellers;
  private final int degree;
  private final RandomGenerator random = new MersenneTwister(1);

  private OptimumTimes(int buyers, int sellers, int degree) {
    this.buyers = buyers;
    this.sellers = sellers;
    this.degree = degree;
  }

  public static void main(String[] arguments) {
    int[] size = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    OptimumTimes times =
        size.length == 3
            ? new OptimumTimes(size[0], size[1], size[2])
            : new OptimumTimes(10_000, 1_000, 16);
    System.out.printf("%-28s %9s %16s %10s %7s%n", "network", "ms", "optimum", "gap", "prices");
    for (String valuation : List.of("alpha-fair", "mixed", "linear")) {
      for (String network : List.of("random", "ring", "chain", "clustered", "full")) {
        times.time(network, valuation, false);
        times.time(network, valuation, true);
      }
    }
  }

  private void time(String network, String kind, boolean dominant) {
    random.setSeed(20);
    List<Valuation> valuations = new ArrayList<>();
    for (int i = 0; i < buyers; i++) {
      valuations.add(valuation(kind));
    }
    double demand = valuations.stream().mapToDouble(Valuation::demand).sum();
    double[] quantities = new double[sellers];
    Arrays.setAll(quantities, j -> Math.exp(0.8 * random.nextGaussian()));
    if (dominant) {
      quantities[sellers / 2] = sellers;
    }
    double scale = 0.6 * demand / Arrays.stream(quantities).sum();
    Arrays.setAll(quantities, j -> scale * quantities[j]);
    double[] reserves = new double[sellers];
    Arrays.fill(reserves, 0.1);
    Reach reach = reach(network);
    long start = System.nanoTime();
    PlannersOptimum optimum = PlannersOptimum.of(valuations, quantities, reserves, reach);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "%-28s %9d %16.6f %10.1e %7d%s%n",
        network + " " + kind + (dominant ? " dominant" : ""),
        milliseconds,
        optimum.welfare(),
        optimum.relativeGap(),
        Arrays.stream(optimum.prices()).distinct().count(),
        optimum.certificate().holds(1e-6) ? "" : "  NOT CERTIFIED");
  }

  private Valuation valuation(String kind) {
    double demand = Math.exp(Math.log(2) + 0.6 * random.nextGaussian());
    double price = 5 + 10 * random.nextDouble();
    double alpha = 0.2 + 0.6 * random.nextDouble();
    int choice = random.nextInt(4);
    if (kind.equals("linear")) {
      return new Linear(demand, Math.rint(price));
    }
    if (kind.equals("alpha-fair") || choice == 0) {
      return new AlphaFair(demand, price, alpha, 0);
    }
    if (choice == 1) {
      return new Parabolic(demand, price / demand);
    }
    return choice == 2
        ? new Linear(demand, Math.rint(price))
        : WithIsp.of(new AlphaFair(demand, price, alpha, 0), 8);
  }

  private Reach reach(String network) {
    if (network.equals("full")) {
      return Reach.full(buyers, sellers);
    }
    int[][] sees = new int[buyers][];
    for (int i = 0; i < buyers; i++) {
      int home = (int) ((long) i * sellers / buyers);
      sees[i] =
          switch (network) {
            case "random" -> distinct(() -> random.nextInt(sellers));
            case "ring" -> distinct(() -> (home + random.nextInt(2 * degree)) % sellers);
            case "chain" -> home + 1 < sellers ? new int[] {home, home + 1} : new int[] {home};
            default ->
                distinct(
                    () ->
                        random.nextInt(50) == 0
                            ? random.nextInt(sellers)
                            : Math.min(sellers - 1, home / 40 * 40 + random.nextInt(40)));
          };
    }
    return Reach.of(sees, sellers);
  }

  private int[] distinct(IntSupplier draw) {
    return IntStream.generate(draw).distinct().limit(degree).toArray();
  }
}
