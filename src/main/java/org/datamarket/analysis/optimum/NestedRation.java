package org.datamarket.analysis.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Data given out as {@link Plan#rationed} does, where each buyer sees all sellers whose asks are up
 * to a limit of its own: as much as can be, fills a_i / w_i as equal as that allows, sellers
 * keeping equal shares. It takes the time of sorting, and memory for buyers and sellers only.
 *
 * <p>Buyers with the lower limits see sellers that all the others see, too. So what the buyers up
 * to each limit have together is at most what the sellers up to it have, D(W), as a function of
 * what these buyers want. The fills that are as equal as possible are the slopes of the greatest
 * convex function below these points, where they are less than 1. What the sellers up to each limit
 * sell is at least what the buyers up to it have, A(D): the shares sold that are as equal as
 * possible are the slopes of the least concave function above.
 *
 * @param allocation a_i by buyer, GB; not to be written to
 * @param sold by seller, GB; not to be written to
 * @param deliveries some flow with these totals, by buyer and then by seller
 */
public record NestedRation(double[] allocation, double[] sold, List<Delivery> deliveries) {

  /**
   * Gives out.
   *
   * @param wants w_i by buyer, GB, at least 0
   * @param limits by buyer, the highest ask of a seller that it sees, $/GB
   * @param quantities D_j by seller, GB, at least 0
   * @param asks by seller, $/GB
   */
  public static NestedRation of(
      double[] wants, double[] limits, double[] quantities, double[] asks) {
    int[] sellers = ascending(asks, quantities);
    int[] buyers = ascending(limits, wants);
    Levels levels = Levels.of(wants, limits, quantities, asks, buyers, sellers);
    double[] allocation = new double[wants.length];
    double[] fills = levels.fills();
    for (int b = 0; b < buyers.length; b++) {
      int level = levels.ofBuyer[b];
      allocation[buyers[b]] = level < 0 ? 0 : fills[level] * wants[buyers[b]];
    }
    double[] sold = new double[quantities.length];
    double[] shares = levels.shares(fills);
    for (int level = 0; level < shares.length; level++) {
      for (int s = levels.firstSeller(level); s < levels.sellers[level]; s++) {
        sold[sellers[s]] = shares[level] * quantities[sellers[s]];
      }
    }
    Rounded.sales(sold, quantities);
    List<Delivery> deliveries = new ArrayList<>();
    double[] left = sold.clone();
    int next = 0;
    for (int b = 0; b < buyers.length; b++) {
      double missing = allocation[buyers[b]];
      int end = levels.ofBuyer[b] < 0 ? 0 : levels.sellers[levels.ofBuyer[b]];
      while (missing > 0 && next < end) {
        double quantity = Math.min(missing, left[sellers[next]]);
        if (quantity > 0) {
          deliveries.add(new Delivery(buyers[b], sellers[next], quantity));
        }
        missing -= quantity;
        left[sellers[next]] -= quantity;
        next += left[sellers[next]] <= 0 ? 1 : 0;
      }
    }
    return new NestedRation(allocation, sold, new Allotment(deliveries, asks).sorted());
  }

  /** Those with some amount, by rising key. */
  private static int[] ascending(double[] keys, double[] amounts) {
    return IntStream.range(0, keys.length)
        .filter(k -> amounts[k] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> keys[k]))
        .mapToInt(k -> k)
        .toArray();
  }

  /**
   * Buyers that see the same sellers.
   *
   * @param ofBuyer the level of each buyer, in the order of limits; −1 if it sees nobody
   * @param sellers how many sellers each level sees, in the order of asks; rising
   * @param wanted what this level and those below want together, GB
   * @param had what the sellers that it sees have together, GB
   */
  private record Levels(int[] ofBuyer, int[] sellers, double[] wanted, double[] had) {

    static Levels of(
        double[] wants,
        double[] limits,
        double[] quantities,
        double[] asks,
        int[] buyers,
        int[] order) {
      int[] ofBuyer = new int[buyers.length];
      int[] sellers = new int[buyers.length];
      double[] wanted = new double[buyers.length];
      double[] had = new double[buyers.length];
      int level = -1;
      int seen = 0;
      double have = 0;
      double want = 0;
      for (int b = 0; b < buyers.length; b++) {
        int before = seen;
        while (seen < order.length && asks[order[seen]] <= limits[buyers[b]]) {
          have += quantities[order[seen++]];
        }
        level += seen > before ? 1 : 0;
        ofBuyer[b] = level;
        if (level >= 0) {
          want += wants[buyers[b]];
          sellers[level] = seen;
          wanted[level] = want;
          had[level] = have;
        }
      }
      int count = level + 1;
      return new Levels(
          ofBuyer,
          Arrays.copyOf(sellers, count),
          Arrays.copyOf(wanted, count),
          Arrays.copyOf(had, count));
    }

    int firstSeller(int level) {
      return level == 0 ? 0 : sellers[level - 1];
    }

    /** Each level's share of what it wants, at most 1. */
    double[] fills() {
      double[] fills = slopes(wanted, had, 1);
      Arrays.setAll(fills, level -> Math.min(1, fills[level]));
      return fills;
    }

    /** The share that each level's new sellers sell. */
    double[] shares(double[] fills) {
      double[] given = new double[fills.length];
      double sum = 0;
      for (int level = 0; level < given.length; level++) {
        sum += fills[level] * (wanted[level] - (level == 0 ? 0 : wanted[level - 1]));
        given[level] = sum;
      }
      double[] shares = slopes(had, given, -1);
      Arrays.setAll(shares, level -> Math.min(1, shares[level]));
      return shares;
    }

    /**
     * The slopes, at each point, of the greatest convex function through 0 that is nowhere above
     * some points (sign 1), or of the least concave one that is nowhere below (sign −1).
     */
    private static double[] slopes(double[] x, double[] y, int sign) {
      int[] corners = new int[x.length];
      int count = 0;
      for (int k = 0; k < x.length; k++) {
        while (count > 0
            && sign * slope(x, y, corners[count - 1], k)
                <= sign * slope(x, y, count > 1 ? corners[count - 2] : -1, corners[count - 1])) {
          count--;
        }
        corners[count++] = k;
      }
      double[] slopes = new double[x.length];
      int from = -1;
      for (int c = 0; c < count; c++) {
        double slope = slope(x, y, from, corners[c]);
        Arrays.fill(slopes, from + 1, corners[c] + 1, slope);
        from = corners[c];
      }
      return slopes;
    }

    private static double slope(double[] x, double[] y, int from, int to) {
      return from < 0 ? y[to] / x[to] : (y[to] - y[from]) / (x[to] - x[from]);
    }
  }
}
