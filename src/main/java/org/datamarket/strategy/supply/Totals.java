package org.datamarket.strategy.supply;

/** What counts as the same total, and as none. */
public final class Totals {
  /** A total this close below another, relatively, is that total. */
  public static final double SAME = 1e-12;

  /** A total below this share of the demand, or an ask below this share of the total, is no bid. */
  public static final double NEGLIGIBLE = 1e-9;

  private Totals() {}

  /** Whether a total meets what is wanted, but for rounding. */
  public static boolean meets(double total, double wanted) {
    return total >= wanted * (1 - SAME);
  }

  /** Whether a cost is within a budget, but for rounding. */
  public static boolean pays(double budget, double cost) {
    return cost <= budget * (1 + SAME);
  }

  /** The demand, if a total is that but for rounding; the total otherwise. */
  public static double wholeIfMet(double total, double demand) {
    return meets(total, demand) ? demand : total;
  }

  /** Whether a total is too small a share of the demand to be bid for. */
  public static boolean isNothing(double total, double demand) {
    return total == 0 || total < NEGLIGIBLE * demand;
  }

  /** Leaves out the asks that are too small to be bids. */
  public static double[] withoutNegligible(double[] asks, double total) {
    for (int k = 0; k < asks.length; k++) {
      if (asks[k] < NEGLIGIBLE * total) {
        asks[k] = 0;
      }
    }
    return asks;
  }
}
