package org.datamarket.model.distribution;

import org.apache.commons.math3.random.AbstractRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;

/**
 * What the distributions draw from. Every draw takes exactly one number from the generator,
 * whatever the distribution, so that the n-th member of a group has the same place in its stream
 * always.
 */
final class Uniforms {
  private static final double HALF_STEP = 0x1.0p-53;
  private static final double ROOT_TWO = Math.sqrt(2);

  private Uniforms() {}

  /** A number strictly between 0 and 1. */
  static double open(RandomGenerator random) {
    return random.nextDouble() + HALF_STEP;
  }

  /** A generator for one draw that is the quantile of a probability. */
  static RandomGenerator always(double probability) {
    return new AbstractRandomGenerator() {
      @Override
      public void setSeed(long seed) {
        throw new UnsupportedOperationException("it draws always the same");
      }

      @Override
      public double nextDouble() {
        return Math.max(0, probability - HALF_STEP);
      }
    };
  }

  /** The standard normal quantile Φ⁻¹(u), 0 &lt; u &lt; 1. */
  static double normalQuantile(double u) {
    return ROOT_TWO * Erf.erfInv(2 * u - 1);
  }

  /** The standard normal upper tail 1 − Φ(z). */
  static double normalTail(double z) {
    return Erf.erfc(z / ROOT_TWO) / 2;
  }

  /** The standard normal density. */
  static double normalDensity(double z) {
    return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
  }
}
