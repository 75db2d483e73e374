package org.datamarket.model.distribution;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * The time between events that come at a constant rate: −m ln(1 − u).
 *
 * @param mean m, above 0
 */
public record Exponential(double mean) implements Supported {
  @Override
  public double sample(RandomGenerator random) {
    return -mean * StrictMath.log1p(-Uniforms.open(random));
  }

  @Override
  public Support support() {
    return Support.POSITIVE;
  }
}
