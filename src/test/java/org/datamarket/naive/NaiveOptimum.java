package org.datamarket.naive;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The most welfare that a planner who knows everything could reach: initial reserves, no budgets.
 * With full reach one dual price found by bisection; for any reach, exchanges between two holders
 * at a time until nothing is gained, checked against a dual bound.
 */
public final class NaiveOptimum {

  /**
   * The welfare of a feasible allocation, and a bound that no allocation exceeds, within 1e-9 of
   * it.
   */
  public record Bounds(double reached, double bound) {

    public double gap() {
      return bound - reached;
    }
  }

  /** Full reach: the optimum, the dual price and the buyers' totals at that price. */
  public record FullReach(double welfare, double lambda, double[] totals) {}

  private NaiveOptimum() {}

  // ---------------------------------------------------------------- full reach: one equation

  /** The least over λ of the buyers' and sellers' surplus at the one price λ. */
  public static FullReach fullReach(
      List<NaiveValuation> buyers, double[] quantities, double[] reserves) {
    if (Arrays.stream(quantities).sum() == 0) {
      double nothing = buyers.stream().mapToDouble(b -> b.value(0)).sum();
      return new FullReach(nothing, Double.POSITIVE_INFINITY, new double[buyers.size()]);
    }
    double lambda = clearingPrice(buyers, quantities, reserves);
    double welfare =
        Math.min(
            surplus(lambda, buyers, quantities, reserves),
            surplus(Math.nextUp(lambda), buyers, quantities, reserves));
    return new FullReach(
        welfare, lambda, buyers.stream().mapToDouble(b -> b.inverse(lambda)).toArray());
  }

  /** The largest λ at which the demand exceeds the supply, or 0. */
  private static double clearingPrice(
      List<NaiveValuation> buyers, double[] quantities, double[] reserves) {
    double high = 1;
    while (high < 1e300 && excessDemand(high, buyers, quantities, reserves)) {
      high *= 2;
    }
    double lambda = Bisection.largest(0, high, y -> excessDemand(y, buyers, quantities, reserves));
    return Double.isNaN(lambda) ? 0 : lambda;
  }

  private static boolean excessDemand(
      double lambda, List<NaiveValuation> buyers, double[] quantities, double[] reserves) {
    double demand = buyers.stream().mapToDouble(b -> b.inverse(lambda)).sum();
    double supply = 0;
    for (int j = 0; j < quantities.length; j++) {
      supply += reserves[j] <= lambda ? quantities[j] : 0;
    }
    return demand > supply;
  }

  private static double surplus(
      double lambda, List<NaiveValuation> buyers, double[] quantities, double[] reserves) {
    double surplus = 0;
    for (NaiveValuation buyer : buyers) {
      surplus += buyerSurplus(buyer, lambda);
    }
    for (int j = 0; j < quantities.length; j++) {
      surplus += Math.max(0, lambda - reserves[j]) * quantities[j];
    }
    return surplus;
  }

  /** max_z θ(z) − λ z. */
  private static double buyerSurplus(NaiveValuation buyer, double lambda) {
    double z = buyer.inverse(lambda);
    return z == 0 ? buyer.value(0) : buyer.value(z) - lambda * z;
  }

  // ---------------------------------------------------------------- any reach: exchanges

  /** Reach: per buyer the sellers it sees; null for all. */
  public static Bounds anyReach(
      List<NaiveValuation> buyers, double[] quantities, double[] reserves, int[][] reach) {
    Bounds bounds = new Exchange(buyers, quantities, reserves, reach).run();
    if (!(bounds.gap() <= 1e-9 * Math.abs(bounds.bound()))) {
      throw new IllegalStateException("the optimum is not closed in on: " + bounds);
    }
    return bounds;
  }

  /**
   * The market as an exchange in which every seller keeps what it does not sell, at its reserve a
   * unit.
   */
  private static final class Exchange {

    private static final int LIMIT = 200_000;
    private static final double CLOSE = 1e-11;
    private static final double HOLDS = 1e-14;

    private final int buyers;
    private final int sellers;
    private final NaiveValuation[] holders;
    private final double[] quantities;
    private final double[] reserves;
    private final boolean[][] sees;
    private final double[][] held;

    Exchange(
        List<NaiveValuation> valuations, double[] quantities, double[] reserves, int[][] reach) {
      this.buyers = valuations.size();
      this.sellers = quantities.length;
      this.quantities = quantities;
      this.reserves = reserves;
      this.holders = new NaiveValuation[buyers + sellers];
      this.sees = new boolean[buyers + sellers][sellers];
      this.held = new double[buyers + sellers][sellers];
      for (int i = 0; i < buyers; i++) {
        holders[i] = valuations.get(i);
        see(i, reach == null || reach[i] == null ? null : reach[i]);
      }
      for (int j = 0; j < sellers; j++) {
        holders[buyers + j] = NaiveValuation.linear(quantities[j], reserves[j]);
        sees[buyers + j][j] = true;
        held[buyers + j][j] = quantities[j];
      }
    }

    private void see(int i, int[] reach) {
      for (int j = 0; j < sellers; j++) {
        sees[i][j] = reach == null;
      }
      for (int n = 0; reach != null && n < reach.length; n++) {
        sees[i][reach[n]] = true;
      }
    }

    Bounds run() {
      Bounds bounds = bounds();
      for (int step = 0; step < LIMIT && !close(bounds); step++) {
        if (!improve()) {
          return bounds();
        }
        bounds = bounds();
      }
      return bounds;
    }

    private static boolean close(Bounds bounds) {
      return bounds.bound() != Double.POSITIVE_INFINITY
          && bounds.gap() <= CLOSE * Math.abs(bounds.bound());
    }

    /** At most the demand: rounding must not make the last bit worthless. */
    private double total(int i) {
      return Math.min(Arrays.stream(held[i]).sum(), holders[i].demand());
    }

    private boolean holds(int i, int j) {
      return held[i][j] > HOLDS * quantities[j];
    }

    private double valueOfMore(int i) {
      return holders[i].marginalOfMore(total(i));
    }

    private double valueOfLast(int k) {
      return holders[k].marginal(total(k));
    }

    /**
     * Moves data to one holder from another, along the way where the gain per unit is largest;
     * false if nothing moved.
     */
    private boolean improve() {
      int[] best = null;
      double bestGain = 0;
      for (int i = 0; i < holders.length; i++) {
        if (total(i) >= holders[i].demand()) {
          continue;
        }
        int[][] ways = ways(i);
        for (int k = 0; k < holders.length; k++) {
          double gain = k == i || ways[k] == null ? 0 : valueOfMore(i) - valueOfLast(k);
          if (gain > bestGain) {
            bestGain = gain;
            best = ways[k];
          }
        }
      }
      return best != null && move(best);
    }

    /**
     * For every holder that i could take something from, the shortest way: i, seller, holder,
     * seller, …, holder, each holder giving what it holds of the seller before it and taking of the
     * seller after it instead.
     */
    private int[][] ways(int i) {
      int[][] ways = new int[holders.length][];
      ways[i] = new int[] {i};
      Deque<Integer> queue = new ArrayDeque<>(List.of(i));
      while (!queue.isEmpty()) {
        int taker = queue.poll();
        for (int j = 0; j < sellers; j++) {
          for (int k = 0; k < holders.length && sees[taker][j]; k++) {
            if (ways[k] == null && holds(k, j)) {
              ways[k] = append(ways[taker], j, k);
              queue.add(k);
            }
          }
        }
      }
      return ways;
    }

    private static int[] append(int[] way, int j, int k) {
      int[] longer = Arrays.copyOf(way, way.length + 2);
      longer[way.length] = j;
      longer[way.length + 1] = k;
      return longer;
    }

    private boolean move(int[] way) {
      int to = way[0];
      int from = way[way.length - 1];
      double most = holders[to].demand() - total(to);
      for (int n = 2; n < way.length; n += 2) {
        most = Math.min(most, held[way[n]][way[n - 1]]);
      }
      double toHas = total(to);
      double fromHas = total(from);
      double amount =
          Bisection.largest(
              0,
              most,
              t ->
                  t == 0
                      || holders[to].marginal(toHas + t)
                          >= holders[from].marginal(Math.max(0, fromHas - t)));
      for (int n = 2; n < way.length; n += 2) {
        held[way[n - 2]][way[n - 1]] += amount;
        held[way[n]][way[n - 1]] = Math.max(0, held[way[n]][way[n - 1]] - amount);
      }
      return amount > 0;
    }

    private Bounds bounds() {
      double kept = 0;
      double reached = 0;
      for (int i = 0; i < holders.length; i++) {
        reached += holders[i].value(total(i));
      }
      for (int j = 0; j < sellers; j++) {
        kept += reserves[j] * quantities[j];
      }
      return new Bounds(reached - kept, dualBound());
    }

    /**
     * The surplus at the least prices that no exchange along a way would undercut; infinite while
     * somebody has nothing.
     */
    private double dualBound() {
      double[] price = reserves.clone();
      for (int i = 0; i < buyers; i++) {
        for (int j = 0; j < sellers; j++) {
          if (sees[i][j] && total(i) < holders[i].demand()) {
            price[j] = Math.max(price[j], valueOfMore(i));
          }
        }
      }
      spread(price);
      return surplusAt(price);
    }

    /** Who holds data of one seller thinks every seller it sees worth as much. */
    private void spread(double[] price) {
      for (int pass = 0; pass < sellers; pass++) {
        for (int i = 0; i < buyers; i++) {
          for (int j = 0; j < sellers; j++) {
            for (int other = 0; other < sellers; other++) {
              if (holds(i, j) && sees[i][other]) {
                price[other] = Math.max(price[other], price[j]);
              }
            }
          }
        }
      }
    }

    private double surplusAt(double[] price) {
      double surplus = 0;
      for (int i = 0; i < buyers; i++) {
        double cheapest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < sellers; j++) {
          cheapest = sees[i][j] ? Math.min(cheapest, price[j]) : cheapest;
        }
        surplus += buyerSurplus(holders[i], cheapest);
      }
      for (int j = 0; j < sellers; j++) {
        surplus += quantities[j] == 0 ? 0 : Math.max(0, price[j] - reserves[j]) * quantities[j];
      }
      return surplus;
    }
  }
}
