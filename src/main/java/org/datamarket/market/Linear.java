package org.datamarket.market;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * Linear valuation: every unit up to the demand is worth the same (docs/model.md §3).
 *
 * @param demand d, GB, at least 0
 * @param unitValue w &gt; 0, $/GB
 */
@Kind(name = "linear", meaning = "θ(x) = w x.")
public record Linear(
    double demand,
    @Meaning(value = "What every unit up to the demand is worth, w.", unit = "$/GB", range = "> 0")
        double unitValue)
    implements Valuation {
  private static final long serialVersionUID = 1;

  /**
   * @throws IllegalArgumentException if a parameter is outside its range
   */
  public Linear {
    Checks.finiteAndNotNegative("demand", demand);
    Checks.finiteAndPositive("unitValue", unitValue);
  }

  @Override
  public double value(double z) {
    return unitValue * Math.min(z, demand);
  }

  @Override
  public double marginal(double z) {
    return z > demand ? 0 : unitValue;
  }

  @Override
  public double demandAt(double price) {
    return price <= unitValue ? demand : 0;
  }

  @Override
  public double quantityWorth(double value) {
    return value <= 0 ? 0 : Math.min(demand, value / unitValue);
  }

  @Override
  public double flatUntil() {
    return demand;
  }
}
