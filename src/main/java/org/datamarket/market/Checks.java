package org.datamarket.market;

/** Argument checks that name the quantity and its value. */
final class Checks {
  private Checks() {}

  static double finiteAndNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and at least 0, not " + value);
    }
    return value;
  }

  static double finiteAndPositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, not " + value);
    }
    return value;
  }
}
