package org.datamarket.market;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * Alpha-fair valuation: θ(x) = σ [(b+x)^(1−α) − b^(1−α)] / (1−α) up to the demand, with marginal σ
 * (b+x)^(−α) (Zheng et al. 2015; docs/model.md §3).
 *
 * <p>Computed with {@link StrictMath}, so that every Java machine gets the same bits.
 *
 * @param demand d, GB, at least 0
 * @param sigma σ &gt; 0, the scale: $ for each GB^(1−α)
 * @param alpha α in [0, 1): how quickly the worth of one more unit falls; 0 is linear
 * @param base b ≥ 0, GB: what the user has already
 */
@Kind(name = "alpha-fair", meaning = "θ(x) = σ [(b+x)^(1−α) − b^(1−α)] / (1−α).")
public record AlphaFair(
    double demand,
    @Meaning(value = "The scale σ.", unit = "$/GB^(1−α)", range = "> 0") double sigma,
    @Meaning(
            value = "How quickly the worth of one more unit falls, α; 0 is linear.",
            unit = "1",
            range = "[0, 1)")
        double alpha,
    @Meaning(value = "What the user has already, b.", unit = "GB", range = "≥ 0", otherwise = "0")
        double base)
    implements Valuation {
  private static final long serialVersionUID = 1;

  /**
   * @throws IllegalArgumentException if a parameter is outside its range
   */
  public AlphaFair {
    Checks.finiteAndNotNegative("demand", demand);
    Checks.finiteAndPositive("sigma", sigma);
    Checks.finiteAndNotNegative("base", base);
    if (!(alpha >= 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be at least 0 and below 1, not " + alpha);
    }
  }

  @Override
  public double value(double z) {
    double x = Math.min(z, demand);
    if (base == 0) {
      return sigma * StrictMath.pow(x, 1 - alpha) / (1 - alpha);
    }
    // b^(1−α) [(1 + x/b)^(1−α) − 1]: no difference of nearly equal powers when x is small beside b
    double growth = StrictMath.expm1((1 - alpha) * StrictMath.log1p(x / base));
    return sigma * StrictMath.pow(base, 1 - alpha) * growth / (1 - alpha);
  }

  @Override
  public double marginal(double z) {
    return z > demand ? 0 : alpha == 0 ? sigma : sigma * StrictMath.pow(base + z, -alpha);
  }

  @Override
  public double demandAt(double price) {
    if (price <= marginal(demand)) {
      return demand;
    }
    if (alpha == 0) {
      return 0;
    }
    return Math.max(0, Math.min(demand, StrictMath.pow(sigma / price, 1 / alpha) - base));
  }

  @Override
  public double quantityWorth(double value) {
    if (value <= 0) {
      return 0;
    }
    double scaled = value * (1 - alpha) / sigma;
    double z;
    if (base == 0) {
      z = StrictMath.pow(scaled, 1 / (1 - alpha));
    } else {
      double growth = scaled / StrictMath.pow(base, 1 - alpha);
      z = base * StrictMath.expm1(StrictMath.log1p(growth) / (1 - alpha));
    }
    return Math.min(demand, z);
  }

  @Override
  public double flatUntil() {
    return alpha == 0 ? demand : 0;
  }
}
