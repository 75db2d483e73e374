package org.datamarket.mechanism;

import java.util.Arrays;

/**
 * Prices that are the same but for how they were computed, made one: a price within 1e-9 of a
 * higher one becomes that one. Otherwise rounding would decide who wins where like curves meet.
 */
final class HigherPrices {
  private static final double SAME = 1e-9;

  private final double[] ascending;
  private final double[] merged;

  private HigherPrices(double[] ascending, double[] merged) {
    this.ascending = ascending;
    this.merged = merged;
  }

  static HigherPrices of(double[] prices) {
    double[] ascending = prices.clone();
    Arrays.sort(ascending);
    double[] merged = ascending.clone();
    for (int k = merged.length - 2; k >= 0; k--) {
      if (areSame(merged[k], merged[k + 1])) {
        merged[k] = merged[k + 1];
      }
    }
    return new HigherPrices(ascending, merged);
  }

  /** Whether a price is another but for how it was computed. */
  static boolean areSame(double price, double other) {
    return Double.isFinite(other) && Math.abs(price - other) <= SAME * Math.abs(other);
  }

  /** What one of the prices becomes, $/GB. */
  double of(double price) {
    return merged[Arrays.binarySearch(ascending, price)];
  }
}
