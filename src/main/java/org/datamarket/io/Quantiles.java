package org.datamarket.io;

/** Quantiles of samples. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Linear interpolation between the order statistics (Hyndman &amp; Fan 1996, definition 7).
   *
   * @param ascending the sample in ascending order
   * @param share in [0, 1]: 0.5 for the median
   * @return NaN for an empty sample
   */
  public static double of(double[] ascending, double share) {
    if (ascending.length == 0) {
      return Double.NaN;
    }
    double at = share * (ascending.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (at - below) * (ascending[above] - ascending[below]);
  }
}
