package org.datamarket.analysis.optimum;

import java.util.Arrays;

/** Totals that are the same but for what rounding does to sums. */
final class Rounded {
  /** Relatively. */
  static final double TO = 1e-11;

  /** A sale below this share of all that is sold is what rounding leaves. */
  private static final double DUST = 1e-14;

  private Rounded() {}

  /** The mark, GB, if the total is it but for rounding; otherwise the total. */
  static double to(double mark, double total) {
    return Math.abs(total - mark) <= TO * mark ? mark : total;
  }

  /** Makes sales exact: all that there is, or nothing. */
  static void sales(double[] sold, double[] quantities) {
    double dust = DUST * Arrays.stream(sold).sum();
    for (int j = 0; j < sold.length; j++) {
      sold[j] = sold[j] <= dust ? 0 : to(quantities[j], sold[j]);
    }
  }
}
