package org.datamarket.chart;

/** Round numbers for scales. */
final class RoundNumber {
  private RoundNumber() {}

  /** The least of 1, 2 and 5 times a power of ten that is not below a number above 0. */
  static double atLeast(double value) {
    int power = (int) Math.floor(Math.log10(value));
    for (int digit : new int[] {1, 2, 5}) {
      double round = Double.parseDouble(digit + "e" + power);
      if (round >= value) {
        return round;
      }
    }
    return Double.parseDouble("1e" + (power + 1));
  }
}
