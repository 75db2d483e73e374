package org.datamarket.market;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * Logarithmic valuation: θ(x) = σ ln(1 + x/b) up to the demand, with marginal σ / (b+x)
 * (docs/model.md §3).
 *
 * @param demand d, GB, at least 0
 * @param sigma σ &gt; 0, $
 * @param base b &gt; 0, GB
 */
@Kind(name = "logarithmic", meaning = "θ(x) = σ ln(1 + x/b).")
public record Logarithmic(
    double demand,
    @Meaning(value = "The scale σ.", unit = "$", range = "> 0") double sigma,
    @Meaning(value = "The quantity b that scales the logarithm.", unit = "GB", range = "> 0")
        double base)
    implements Valuation {
  private static final long serialVersionUID = 1;

  /**
   * @throws IllegalArgumentException if a parameter is outside its range
   */
  public Logarithmic {
    Checks.finiteAndNotNegative("demand", demand);
    Checks.finiteAndPositive("sigma", sigma);
    Checks.finiteAndPositive("base", base);
  }

  @Override
  public double value(double z) {
    return sigma * StrictMath.log1p(Math.min(z, demand) / base);
  }

  @Override
  public double marginal(double z) {
    return z > demand ? 0 : sigma / (base + z);
  }

  @Override
  public double demandAt(double price) {
    if (price <= marginal(demand)) {
      return demand;
    }
    return Math.max(0, Math.min(demand, sigma / price - base));
  }

  @Override
  public double quantityWorth(double value) {
    return value <= 0 ? 0 : Math.min(demand, base * StrictMath.expm1(value / sigma));
  }
}
