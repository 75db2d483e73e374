package org.datamarket.comparison;

import org.datamarket.study.Sample;

/**
 * A measure under a mechanism, and how it differs from the same measure under another one in the
 * same markets: the mean over seeds, with Student's interval for differences of pairs. A number
 * that does not exist is NaN.
 *
 * @param count the runs that have the measure
 * @param mean over these
 * @param deviation over these, from n − 1; NaN with fewer than two
 * @param pairs the seeds that have the measure under both
 * @param difference mean over these, this mechanism less the other; NaN without any
 * @param halfWidth half the width of its 95 % confidence interval; NaN with fewer than two
 */
public record Contrast(
    int count, double mean, double deviation, int pairs, double difference, double halfWidth) {

  /**
   * From the values of runs, by seed.
   *
   * @param values under this mechanism; NaN is none
   * @param others under the other one
   */
  static Contrast of(double[] values, double[] others) {
    Sample own = new Sample();
    Sample differences = new Sample();
    for (int s = 0; s < values.length; s++) {
      own.add(values[s]);
      differences.add(values[s] - others[s]);
    }
    return new Contrast(
        own.count(),
        own.mean(),
        own.deviation(),
        differences.count(),
        differences.mean(),
        differences.halfWidth());
  }

  /** Where the interval begins. */
  public double low() {
    return difference - halfWidth;
  }

  /** Where it ends. */
  public double high() {
    return difference + halfWidth;
  }
}
