package org.datamarket.model.distribution;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * Always the same value; takes nothing from the generator.
 *
 * @param value the value, finite, at least 0
 */
public record Constant(double value) implements Supported {
  @Override
  public double sample(RandomGenerator random) {
    return value;
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public Support support() {
    return new Support(value, true, value);
  }
}
