package org.datamarket.report;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of what runs give, with its 95 % confidence interval, as {@code stats.js} reckons it.
 * Cells of the design weigh the same; within a cell, the runs of one replication share their random
 * numbers and count as one. The interval comes from the differences between replications (degrees
 * of freedom by Welch and Satterthwaite) if every cell has at least two, else from those between
 * cells.
 *
 * @param count how many runs have a value
 * @param low NaN, as high, without an interval
 */
record Estimate(int count, double mean, double low, double high, Basis basis) {
  private static final double UPPER_TAIL = 0.975;

  /** What an interval rests on. */
  enum Basis {
    /** Differences between replications. */
    REPLICATIONS("replications"),
    /** Differences between cells of the design. */
    POINTS("points"),
    /** There is no interval. */
    NONE("none");

    private final String key;

    Basis(String key) {
      this.key = key;
    }

    /** Its name in the page. */
    String key() {
      return key;
    }
  }

  Estimate withoutInterval() {
    return new Estimate(count, mean, Double.NaN, Double.NaN, Basis.NONE);
  }

  /** A sum that grows. */
  private static final class Tally {
    private double first = Double.NaN;
    private double sum;
    private double squares;
    private int count;

    /** Counted from the first value, so that equal values have just this mean and no variance. */
    void add(double value) {
      if (count++ == 0) {
        first = value;
      }
      sum += value - first;
      squares += (value - first) * (value - first);
    }

    double mean() {
      return first + sum / count;
    }

    double variance() {
      return Math.max(0, (squares - sum * sum / count) / (count - 1));
    }
  }

  /**
   * An estimate.
   *
   * @param runs sorted by their cells, and within a cell by their replications
   * @param cells of all runs
   * @param replications of all runs
   * @param values of all runs; NaN is none
   */
  static Estimate of(int[] runs, int[] cells, int[] replications, double[] values) {
    Tally means = new Tally();
    double variance = 0;
    double freedom = 0;
    boolean replicated = true;
    int count = 0;
    for (int k = 0; k < runs.length; ) {
      int cell = cells[runs[k]];
      Tally within = new Tally();
      while (k < runs.length && cells[runs[k]] == cell) {
        int replication = replications[runs[k]];
        Tally one = new Tally();
        for (;
            k < runs.length && cells[runs[k]] == cell && replications[runs[k]] == replication;
            k++) {
          if (!Double.isNaN(values[runs[k]])) {
            one.add(values[runs[k]]);
          }
        }
        count += one.count;
        if (one.count > 0) {
          within.add(one.mean());
        }
      }
      if (within.count > 0) {
        means.add(within.mean());
        replicated &= within.count > 1;
        double part = within.variance() / within.count;
        variance += part;
        freedom += part * part / (within.count - 1);
      }
    }
    if (replicated && means.count > 0) {
      return with(
          count,
          means.mean(),
          variance / means.count / means.count,
          variance * variance / freedom,
          Basis.REPLICATIONS);
    }
    return means.count > 1
        ? with(count, means.mean(), means.variance() / means.count, means.count - 1.0, Basis.POINTS)
        : new Estimate(
            count,
            means.count == 0 ? Double.NaN : means.mean(),
            Double.NaN,
            Double.NaN,
            Basis.NONE);
  }

  private static Estimate with(
      int count, double mean, double variance, double freedom, Basis basis) {
    double half =
        variance > 0 && freedom > 0 && Double.isFinite(variance)
            ? new TDistribution(null, freedom).inverseCumulativeProbability(UPPER_TAIL)
                * Math.sqrt(variance)
            : variance == 0 ? 0 : Double.NaN;
    return new Estimate(count, mean, mean - half, mean + half, basis);
  }
}
