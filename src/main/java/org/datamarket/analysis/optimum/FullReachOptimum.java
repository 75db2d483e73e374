package org.datamarket.analysis.optimum;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.market.Valuation;

/**
 * The planner's optimum when every buyer sees every seller: one price λ ({@link SinglePrice}).
 * Buyers that are indifferent at λ have equal shares of what lies between their least and most,
 * sellers that are indifferent sell equal shares of what they have. As every pair can trade, the
 * totals can be delivered one buyer after the other.
 */
final class FullReachOptimum {
  private FullReachOptimum() {}

  /**
   * @param wants which buyers want anything
   */
  static Allotment solve(
      List<Valuation> valuations, boolean[] wants, double[] quantities, double[] reserves) {
    Valuation[] buyers = valuations.toArray(Valuation[]::new);
    double clearing = SinglePrice.clearing(buyers, quantities, reserves, 0, Double.MAX_VALUE);
    SinglePrice price = new SinglePrice(clearing, clearing, 0);
    double[] least = new double[buyers.length];
    double[] most = new double[buyers.length];
    double[] must = new double[reserves.length];
    double[] may = new double[reserves.length];
    for (int i = 0; i < buyers.length; i++) {
      least[i] = wants[i] ? price.least(buyers[i]) : 0;
      most[i] = wants[i] ? price.most(buyers[i]) : 0;
    }
    for (int j = 0; j < reserves.length; j++) {
      must[j] = price.isAbove(reserves[j]) ? quantities[j] : 0;
      may[j] = price.isBelow(reserves[j]) ? 0 : quantities[j];
    }
    double traded = Math.min(sum(most), sum(may));
    Allotment result = Allotment.empty(reserves);
    deliver(result, between(least, most, traded), between(must, may, traded));
    for (int j = 0; j < reserves.length; j++) {
      if (quantities[j] > 0) {
        result.raisePrice(j, clearing);
      }
    }
    return result;
  }

  /** The point on the line from least to most at which the sum is the total. */
  private static double[] between(double[] least, double[] most, double total) {
    double from = sum(least);
    double to = sum(most);
    double share = to > from ? Math.max(0, Math.min(1, (total - from) / (to - from))) : 1;
    double[] point = new double[least.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = least[k] + share * (most[k] - least[k]);
    }
    return point;
  }

  /** The smallest first, so that nothing small is what rounding leaves of something large. */
  private static void deliver(Allotment result, double[] totals, double[] sold) {
    int[] sellers = ascending(sold);
    double[] left = sold.clone();
    int next = 0;
    for (int buyer : ascending(totals)) {
      double missing = totals[buyer];
      while (missing > 0 && next < sellers.length) {
        int seller = sellers[next];
        double quantity = Math.min(missing, left[seller]);
        result.deliver(buyer, seller, quantity);
        missing -= quantity;
        left[seller] -= quantity;
        if (left[seller] <= 0) {
          next++;
        }
      }
    }
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> values[k]))
        .mapToInt(k -> k)
        .toArray();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
