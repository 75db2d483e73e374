package org.datamarket.model.distribution;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * Normal, given that it is above 0: μ + σ Φ⁻¹(Φ(a) + u (1 − Φ(a))) with a = −μ/σ, by inversion. Its
 * mean is μ + σ φ(a) / (1 − Φ(a)) (Johnson, Kotz &amp; Balakrishnan 1994, §10.1).
 *
 * @param location μ, the mean before truncation, at least 0
 * @param deviation σ, the standard deviation before truncation, above 0
 */
public record TruncatedNormal(double location, double deviation) implements Supported {
  @Override
  public double sample(RandomGenerator random) {
    double kept = Uniforms.normalTail(-location / deviation);
    double tail = kept * (1 - Uniforms.open(random));
    double value = location - deviation * Uniforms.normalQuantile(tail);
    return Math.max(value, deviation * 0x1.0p-53);
  }

  @Override
  public double mean() {
    double cut = -location / deviation;
    return location + deviation * Uniforms.normalDensity(cut) / Uniforms.normalTail(cut);
  }

  @Override
  public Support support() {
    return Support.POSITIVE;
  }
}
