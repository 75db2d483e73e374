package org.datamarket.market;

import java.util.Arrays;

/**
 * A sum of doubles without rounding, kept as a few doubles of different sizes that do not overlap
 * (Shewchuk, <i>Adaptive precision floating-point arithmetic</i>, Discrete &amp; Computational
 * Geometry 18, 1997). Only {@link #value} rounds, once, whatever cancelled before.
 *
 * <p>Right as long as no term and no sum leaves the normal doubles.
 */
final class ExactSum {
  private double[] parts = new double[4];
  private int size;

  /** A sum of one term. */
  static ExactSum of(double term) {
    ExactSum sum = new ExactSum();
    sum.add(term);
    return sum;
  }

  /** Adds a term. */
  void add(double term) {
    double carried = term;
    int kept = 0;
    for (int k = 0; k < size; k++) {
      double large = Math.abs(carried) < Math.abs(parts[k]) ? parts[k] : carried;
      double small = large == carried ? parts[k] : carried;
      double sum = large + small;
      double lost = small - (sum - large);
      if (lost != 0) {
        parts[kept++] = lost;
      }
      carried = sum;
    }
    if (kept == parts.length) {
      parts = Arrays.copyOf(parts, 2 * kept);
    }
    parts[kept] = carried;
    size = kept + 1;
  }

  /** The sum and one more term, to a relative 10⁻¹⁵. */
  double plus(double term) {
    ExactSum sum = new ExactSum();
    sum.parts = parts.clone();
    sum.size = size;
    sum.add(term);
    return sum.value();
  }

  /** The sum to a relative 10⁻¹⁵. */
  double value() {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += parts[k];
    }
    return sum;
  }
}
