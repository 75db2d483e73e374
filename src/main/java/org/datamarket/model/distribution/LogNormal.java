package org.datamarket.model.distribution;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * Its logarithm is normal: m exp(σ Φ⁻¹(u)). The mean is m exp(σ²/2).
 *
 * @param median m, above 0
 * @param sigma σ, the standard deviation of the logarithm, at least 0
 */
public record LogNormal(double median, double sigma) implements Supported {
  @Override
  public double sample(RandomGenerator random) {
    return median * StrictMath.exp(sigma * Uniforms.normalQuantile(Uniforms.open(random)));
  }

  @Override
  public double mean() {
    return median * StrictMath.exp(sigma * sigma / 2);
  }

  @Override
  public Support support() {
    return Support.POSITIVE;
  }
}
