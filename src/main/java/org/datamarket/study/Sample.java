package org.datamarket.study;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Values of a measure, and what they say of its mean. Values that do not exist are left out. The
 * results depend on the values and their order alone, to the last bit.
 */
public final class Sample {
  private static final double UPPER_TAIL = 0.975;

  private double[] values = new double[8];
  private int count;

  /** Adds a value; NaN is none. */
  public void add(double value) {
    if (!Double.isNaN(value)) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }
  }

  /** How many values there are. */
  public int count() {
    return count;
  }

  /** The mean; NaN without values. Counted from the first, so that equal values have just this. */
  public double mean() {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += values[k] - values[0];
    }
    return count == 0 ? Double.NaN : values[0] + sum / count;
  }

  /** The standard deviation, from n − 1; NaN with fewer than two values. */
  public double deviation() {
    double mean = mean();
    double squares = 0;
    for (int k = 0; k < count; k++) {
      squares += (values[k] - mean) * (values[k] - mean);
    }
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  /** Half the width of the mean's 95 % confidence interval (Student t); NaN with fewer than two. */
  public double halfWidth() {
    return count < 2 ? Double.NaN : quantile(count - 1) * deviation() / Math.sqrt(count);
  }

  /** Student's t for 95 %, two-sided. */
  private static double quantile(int degrees) {
    return new TDistribution(null, degrees).inverseCumulativeProbability(UPPER_TAIL);
  }
}
