package org.datamarket.model.distribution;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/**
 * Weibull: λ (−ln(1 − u))^(1/k). The mean is λ Γ(1 + 1/k).
 *
 * @param shape k, above 0; 1 is exponential
 * @param scale λ, above 0
 */
public record Weibull(double shape, double scale) implements Supported {

  /** The Weibull distribution of a shape and a mean. */
  public static Weibull ofMean(double shape, double mean) {
    return new Weibull(shape, mean / Gamma.gamma(1 + 1 / shape));
  }

  @Override
  public double sample(RandomGenerator random) {
    double exponential = -StrictMath.log1p(-Uniforms.open(random));
    return scale * StrictMath.pow(exponential, 1 / shape);
  }

  @Override
  public double mean() {
    return scale * Gamma.gamma(1 + 1 / shape);
  }

  @Override
  public Support support() {
    return Support.POSITIVE;
  }
}
