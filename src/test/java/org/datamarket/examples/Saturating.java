package org.datamarket.examples;

import org.datamarket.market.Valuation;

/**
 * Every further GB is worth the same share less than the one before: θ(x) = w s (1 − e^(−x/s)) up
 * to the demand, with marginal w e^(−x/s).
 *
 * @param demand d, GB
 * @param firstUnit w, what the first unit is worth, $/GB, above 0
 * @param scale s, after how many GB a unit is worth 1/e of the first, GB, above 0
 */
public record Saturating(double demand, double firstUnit, double scale) implements Valuation {
  public Saturating {
    if (!(firstUnit > 0 && scale > 0)) {
      throw new IllegalArgumentException(
          "first-unit and scale must be above 0, not " + firstUnit + " and " + scale);
    }
  }

  @Override
  public double value(double z) {
    return -firstUnit * scale * StrictMath.expm1(-Math.min(z, demand) / scale);
  }

  @Override
  public double marginal(double z) {
    return z > demand ? 0 : firstUnit * StrictMath.exp(-z / scale);
  }
}
