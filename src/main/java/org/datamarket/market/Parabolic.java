package org.datamarket.market;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * Parabolic valuation: θ(x) = k (d x − x²/2) up to the demand, with marginal k (d − x) (Lazar &amp;
 * Semret 1998; docs/model.md §3). The last unit is worth nothing.
 *
 * @param demand d, GB, at least 0
 * @param slope k &gt; 0, $/GB²: how quickly the worth of one more unit falls
 */
@Kind(name = "parabolic", meaning = "θ(x) = k (d x − x²/2).")
public record Parabolic(
    double demand,
    @Meaning(
            value = "How quickly the worth of one more unit falls, k.",
            unit = "$/GB²",
            range = "> 0")
        double slope)
    implements Valuation {
  private static final long serialVersionUID = 1;

  /**
   * @throws IllegalArgumentException if a parameter is outside its range
   */
  public Parabolic {
    Checks.finiteAndNotNegative("demand", demand);
    Checks.finiteAndPositive("slope", slope);
  }

  @Override
  public double value(double z) {
    double x = Math.min(z, demand);
    return slope * x * (demand - x / 2);
  }

  @Override
  public double marginal(double z) {
    return z > demand ? 0 : slope * (demand - z);
  }

  @Override
  public double demandAt(double price) {
    return price <= 0 ? demand : Math.max(0, demand - price / slope);
  }

  @Override
  public double quantityWorth(double value) {
    if (value <= 0) {
      return 0;
    }
    double area = 2 * value / slope;
    double left = demand * demand - area;
    return left <= 0 ? demand : area / (demand + Math.sqrt(left));
  }
}
