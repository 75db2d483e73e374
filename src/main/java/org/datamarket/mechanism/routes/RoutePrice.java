package org.datamarket.mechanism.routes;

import java.util.Arrays;

/** Which prices a bid names at the resources of its route (docs/mechanisms.md §8). */
public enum RoutePrice {
  /** θ′(v) at each of them, the same bid everywhere (Lazar &amp; Semret 1998). The default. */
  MARGINAL {
    @Override
    double[] named(double marginal, double[] prices) {
      double[] named = new double[prices.length];
      Arrays.fill(named, marginal);
      return named;
    }
  },
  /**
   * At each of them what one more unit is worth after the others are paid, θ′(v) − Σ P^m(v) over
   * the others: a reconstruction.
   */
  RESIDUAL {
    @Override
    double[] named(double marginal, double[] prices) {
      double[] named = new double[prices.length];
      for (int k = 0; k < named.length; k++) {
        double others = 0;
        for (int m = 0; m < prices.length; m++) {
          others += m == k ? 0 : prices[m];
        }
        named[k] = Math.max(prices[k], marginal - others);
      }
      return named;
    }
  };

  static final String MEANING =
      "What a bid names at each resource of its route: its whole marginal value, or what is left"
          + " of it after the others are paid.";

  /**
   * The prices to name, $/GB, by resource of the route.
   *
   * @param marginal θ′(v)
   * @param prices P^l(v), what the last unit costs at each
   */
  abstract double[] named(double marginal, double[] prices);
}
