package org.datamarket.analysis.optimum;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * The lowest and the highest of the prices that clear a market to a plan (docs/mechanisms.md §1).
 * With Λ_i = min λ_j over the sellers that i sees, all λ are competitive with
 *
 * <ul>
 *   <li>λ_j ≥ r_j, and λ_j = r_j if something stays unsold;
 *   <li>λ_j = Λ_i wherever i has something from j;
 *   <li>v_i′(a_i⁺) ≤ Λ_i, and Λ_i ≤ v_i′(a_i) if a_i &gt; 0.
 * </ul>
 *
 * <p>They form a convex lattice; which of the optimal flows is looked at does not matter. Its ends
 * are the closure of each seller's own bounds under λ_j ≤ λ_k (i has something from j and sees k),
 * found by spreading the most extreme bound first: O(arcs + J log J); O(I + J) with full reach.
 *
 * @param low the lowest λ_j by seller, $/GB; NaN for a seller of nothing
 * @param high the highest
 */
public record CompetitivePrices(double[] low, double[] high) {
  /** A cell below this share of its buyer's total is what rounding leaves. */
  private static final double BUYERS_DUST = 1e-11;

  /** So is one below this share of its seller's data. */
  private static final double SELLERS_DUST = 1e-14;

  /** The prices of a plan. */
  public static CompetitivePrices of(
      Plan plan, List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    Instance instance = Instance.of(valuations, quantities, reserves, reach);
    return new Search(instance, plan).search();
  }

  /** λ_k = (1 − k) low + k high by seller, competitive again, $/GB. */
  public double[] between(double k) {
    double[] between = new double[low.length];
    for (int j = 0; j < between.length; j++) {
      between[j] = low[j] == high[j] ? low[j] : (1 - k) * low[j] + k * high[j];
    }
    return between;
  }

  private static final class Search {
    private final Instance instance;
    private final Plan plan;
    private final double[] low;
    private final double[] high;

    Search(Instance instance, Plan plan) {
      this.instance = instance;
      this.plan = plan;
      low = instance.reserves().clone();
      high = new double[low.length];
      for (int j = 0; j < low.length; j++) {
        boolean soldOut = plan.sold()[j] >= instance.quantities()[j];
        high[j] = soldOut ? Double.POSITIVE_INFINITY : low[j];
      }
    }

    CompetitivePrices search() {
      if (instance.isFull()) {
        onePrice();
      } else {
        boundAndSpread();
      }
      for (int j = 0; j < low.length; j++) {
        boolean soldOut = plan.sold()[j] >= instance.quantities()[j];
        high[j] = soldOut ? Math.max(high[j], instance.reserves()[j]) : instance.reserves()[j];
        low[j] = Math.min(low[j], high[j]);
      }
      return new CompetitivePrices(instance.offered(low), instance.offered(high));
    }

    private double above(int buyer) {
      double total = plan.allocation()[buyer];
      double next = total == 0 ? 0 : Math.nextUp(total);
      return instance.valuations().get(buyer).marginal(next);
    }

    private double at(int buyer) {
      double total = plan.allocation()[buyer];
      return instance.valuations().get(buyer).marginal(total);
    }

    /** With full reach all sellers that sell have one price, and no other has a lower one. */
    private void onePrice() {
      double lowest = 0;
      double highest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < instance.wants().length; i++) {
        if (instance.wants()[i]) {
          lowest = Math.max(lowest, above(i));
          highest = plan.allocation()[i] > 0 ? Math.min(highest, at(i)) : highest;
        }
      }
      for (int j = 0; j < low.length; j++) {
        if (instance.has()[j]) {
          lowest = plan.sold()[j] > 0 ? Math.max(lowest, low[j]) : lowest;
          highest = Math.min(highest, high[j]);
        }
      }
      for (int j = 0; j < low.length; j++) {
        if (plan.sold()[j] > 0) {
          low[j] = lowest;
          high[j] = highest;
        }
      }
    }

    private void boundAndSpread() {
      for (int i = 0; i < instance.wants().length; i++) {
        if (instance.wants()[i]) {
          double above = above(i);
          for (int k = 0; k < instance.reach().degree(i); k++) {
            int seller = instance.reach().seller(i, k);
            low[seller] = Math.max(low[seller], above);
          }
        }
      }
      Cells cells = Cells.of(instance, plan, BUYERS_DUST, SELLERS_DUST);
      for (int i = 0; i < instance.wants().length; i++) {
        double at = cells.sellers()[i].length > 0 ? at(i) : 0;
        for (int seller : cells.sellers()[i]) {
          high[seller] = Math.min(high[seller], at);
        }
      }
      spreadLow(cells);
      spreadHigh(cells);
    }

    /** λ_k is at least λ_j where a buyer of j sees k. */
    private void spreadLow(Cells cells) {
      boolean[] seen = new boolean[instance.wants().length];
      boolean[] done = new boolean[low.length];
      int[] stack = new int[low.length];
      for (int first : order(low, true)) {
        int depth = push(first, done, stack, 0);
        while (depth > 0) {
          int seller = stack[--depth];
          low[seller] = low[first];
          for (int buyer : cells.buyers()[seller]) {
            for (int k = 0; !seen[buyer] && k < instance.reach().degree(buyer); k++) {
              depth = push(instance.reach().seller(buyer, k), done, stack, depth);
            }
            seen[buyer] = true;
          }
        }
      }
    }

    /** λ_j is at most λ_k where a buyer of j sees k. */
    private void spreadHigh(Cells cells) {
      boolean[] seen = new boolean[instance.wants().length];
      boolean[] done = new boolean[high.length];
      int[] stack = new int[high.length];
      int[][] watchers = cells.watchers();
      for (int first : order(high, false)) {
        int depth = push(first, done, stack, 0);
        while (depth > 0) {
          int seller = stack[--depth];
          high[seller] = high[first];
          for (int buyer : watchers[seller]) {
            for (int k = 0; !seen[buyer] && k < cells.sellers()[buyer].length; k++) {
              depth = push(cells.sellers()[buyer][k], done, stack, depth);
            }
            seen[buyer] = true;
          }
        }
      }
    }

    private int push(int seller, boolean[] done, int[] stack, int depth) {
      if (done[seller] || !instance.has()[seller]) {
        return depth;
      }
      done[seller] = true;
      stack[depth] = seller;
      return depth + 1;
    }

    private static int[] order(double[] bounds, boolean fromTheTop) {
      Comparator<Integer> byBound = Comparator.comparingDouble(j -> bounds[j]);
      return IntStream.range(0, bounds.length)
          .boxed()
          .sorted(fromTheTop ? byBound.reversed() : byBound)
          .mapToInt(j -> j)
          .toArray();
    }
  }

  /**
   * Who has something from whom, but for dust.
   *
   * @param sellers by buyer, those that it has something from
   * @param buyers by seller, those that have something from it
   * @param watchers by seller, those buyers with something from anybody that see it
   */
  private record Cells(int[][] sellers, int[][] buyers, int[][] watchers) {

    static Cells of(Instance instance, Plan plan, double buyersDust, double sellersDust) {
      int count = instance.wants().length;
      List<Delivery> cells =
          plan.deliveries().stream()
              .filter(
                  cell ->
                      cell.quantity() > buyersDust * plan.allocation()[cell.buyer()]
                          && cell.quantity() > sellersDust * instance.quantities()[cell.seller()])
              .toList();
      int[] from = cells.stream().mapToInt(Delivery::buyer).toArray();
      int[] to = cells.stream().mapToInt(Delivery::seller).toArray();
      int[][] sellers = lists(count, from, to);
      int[][] buyers = lists(instance.has().length, to, from);
      int[] watching =
          IntStream.range(0, count)
              .filter(i -> sellers[i].length > 0)
              .flatMap(i -> IntStream.generate(() -> i).limit(instance.reach().degree(i)))
              .toArray();
      int[] watched =
          IntStream.range(0, count)
              .filter(i -> sellers[i].length > 0)
              .flatMap(
                  i ->
                      IntStream.range(0, instance.reach().degree(i))
                          .map(k -> instance.reach().seller(i, k)))
              .toArray();
      return new Cells(sellers, buyers, lists(instance.has().length, watched, watching));
    }

    private static int[][] lists(int keys, int[] key, int[] value) {
      int[] sizes = new int[keys];
      for (int one : key) {
        sizes[one]++;
      }
      int[][] lists = new int[keys][];
      Arrays.setAll(lists, k -> new int[sizes[k]]);
      for (int at = key.length - 1; at >= 0; at--) {
        lists[key[at]][--sizes[key[at]]] = value[at];
      }
      return lists;
    }
  }
}
