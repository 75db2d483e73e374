package org.datamarket.analysis.optimum;

/** Totals that are the same but for what rounding does to sums. */
final class Rounded {
  /** Relatively. */
  static final double TO = 1e-11;

  private Rounded() {}

  /** The mark, GB, if the total is it but for rounding; otherwise the total. */
  static double to(double mark, double total) {
    return Math.abs(total - mark) <= TO * mark ? mark : total;
  }
}
