package org.datamarket.naive;

import java.util.function.DoublePredicate;

/**
 * Bisection over the representable doubles of an interval of non-negative numbers: exact, no
 * tolerance.
 */
final class Bisection {

  private Bisection() {}

  /**
   * The largest double in [low, high] that holds, for a predicate that holds up to some point; NaN
   * if not even low does.
   */
  static double largest(double low, double high, DoublePredicate holds) {
    if (holds.test(high)) {
      return high;
    }
    if (!holds.test(low)) {
      return Double.NaN;
    }
    long good = bits(low);
    long bad = bits(high);
    while (bad - good > 1) {
      long middle = good + (bad - good) / 2;
      if (holds.test(Double.longBitsToDouble(middle))) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return Double.longBitsToDouble(good);
  }

  /**
   * The smallest double in [low, high] that holds, for a predicate that holds from some point on;
   * NaN if not even high does.
   */
  static double smallest(double low, double high, DoublePredicate holds) {
    if (holds.test(low)) {
      return low;
    }
    if (!holds.test(high)) {
      return Double.NaN;
    }
    return Math.nextUp(largest(low, high, x -> !holds.test(x)));
  }

  private static long bits(double x) {
    if (!(x >= 0)) {
      throw new IllegalArgumentException("not a non-negative number: " + x);
    }
    return Double.doubleToLongBits(x == 0 ? 0.0 : x);
  }
}
