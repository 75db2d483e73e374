package org.datamarket.market;

/**
 * A valuation of data from the market when more can always be bought from the ISP κ at its overage
 * price: θ_κ(z) = max over x ≥ 0 of θ(z+x) − p_κ x, so θ_κ′(z) = min(θ′(z), p_κ) (docs/model.md
 * §3).
 *
 * <p>θ_κ(0) is above 0: it is what the buyer gains from the ISP alone.
 *
 * @param own θ, the valuation without the ISP
 * @param ispPrice p_κ, $/GB, above 0
 * @param ispTotal θ′⁻¹(p_κ), GB: up to this total the buyer fills up at the ISP
 */
public record WithIsp(Valuation own, double ispPrice, double ispTotal) implements Valuation {
  private static final long serialVersionUID = 1;

  /**
   * A total below this share of what the ISP would sell is valued by itself, to keep its digits.
   */
  private static final double SMALL = 1e-9;

  /**
   * @throws IllegalArgumentException if the price is not above 0
   */
  public static WithIsp of(Valuation own, double ispPrice) {
    Checks.finiteAndPositive("ispPrice", ispPrice);
    return new WithIsp(own, ispPrice, own.demandAt(ispPrice));
  }

  /** A valuation as it is without an ISP. */
  public static Valuation without(Valuation valuation) {
    return valuation instanceof WithIsp withIsp ? withIsp.own : valuation;
  }

  /** What the buyer purchases from the ISP when it has z from the market, GB. */
  public double purchase(double z) {
    return Math.max(0, ispTotal - z);
  }

  @Override
  public double demand() {
    return own.demand();
  }

  @Override
  public double value(double z) {
    if (z >= ispTotal) {
      return own.value(z);
    }
    return z < SMALL * ispTotal
        ? own.value(ispTotal) - ispPrice * ispTotal + ispPrice * z
        : own.value(ispTotal) - ispPrice * (ispTotal - z);
  }

  @Override
  public double marginal(double z) {
    return Math.min(own.marginal(z), ispPrice);
  }

  @Override
  public double demandAt(double price) {
    return price > ispPrice ? 0 : own.demandAt(price);
  }

  @Override
  public double quantityWorth(double value) {
    double worthAtTotal = own.value(ispTotal);
    if (value > worthAtTotal) {
      return own.quantityWorth(value);
    }
    return Math.max(0, ispTotal - (worthAtTotal - value) / ispPrice);
  }

  @Override
  public double flatUntil() {
    return Math.max(ispTotal, own.flatUntil());
  }
}
