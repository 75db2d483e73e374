package org.datamarket.analysis.supremum;

import java.util.List;
import org.datamarket.market.Valuation;

/**
 * A false report of a valuation: f g θ(z/g), with f times the prices and g times the demand.
 *
 * @param own θ
 * @param priceFactor f, above 0
 * @param demandFactor g, above 0
 */
public record Misreport(Valuation own, double priceFactor, double demandFactor)
    implements Valuation {
  private static final long serialVersionUID = 1;

  /** A report. */
  public static Misreport of(Valuation own, double priceFactor, double demandFactor) {
    return new Misreport(own, priceFactor, demandFactor);
  }

  /** The factors that are tried: powers of two, so that a report is exact. */
  public static List<Double> factors() {
    return List.of(0.25, 0.5, 1.0, 2.0, 4.0);
  }

  @Override
  public double demand() {
    return demandFactor * own.demand();
  }

  @Override
  public double value(double z) {
    return priceFactor * demandFactor * own.value(z / demandFactor);
  }

  @Override
  public double marginal(double z) {
    return priceFactor * own.marginal(z / demandFactor);
  }

  @Override
  public double demandAt(double price) {
    return demandFactor * own.demandAt(price / priceFactor);
  }

  @Override
  public double quantityWorth(double value) {
    return demandFactor * own.quantityWorth(value / (priceFactor * demandFactor));
  }

  @Override
  public double flatUntil() {
    return demandFactor * own.flatUntil();
  }
}
