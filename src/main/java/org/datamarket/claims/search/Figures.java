package org.datamarket.claims.search;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * Random numbers such as people write down: whole, or with two decimals.
 *
 * @param random where they come from
 * @param whole whether they are whole
 */
record Figures(RandomGenerator random, boolean whole) {
  private static final int HUNDREDTHS = 100;

  /** A number above 0. */
  double quantity(int most) {
    return whole
        ? 1 + random.nextInt(most)
        : (1 + random.nextInt(most * HUNDREDTHS)) / (double) HUNDREDTHS;
  }

  /** A number from 0. */
  double price(int most) {
    return whole
        ? random.nextInt(most + 1)
        : random.nextInt(most * HUNDREDTHS + 1) / (double) HUNDREDTHS;
  }
}
