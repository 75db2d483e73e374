package org.datamarket.model.distribution;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * Every value between two equally likely: min + u (max − min).
 *
 * @param min at least 0
 * @param max finite, at least min
 */
public record Uniform(double min, double max) implements Supported {
  /**
   * @throws IllegalArgumentException if max is below min
   */
  public Uniform {
    if (!(min <= max)) {
      throw new IllegalArgumentException("max must be at least min = " + min + ", not " + max);
    }
  }

  @Override
  public double sample(RandomGenerator random) {
    return Math.min(max, min + Uniforms.open(random) * (max - min));
  }

  @Override
  public double mean() {
    return min + (max - min) / 2;
  }

  @Override
  public Support support() {
    return new Support(min, min == max, max);
  }
}
