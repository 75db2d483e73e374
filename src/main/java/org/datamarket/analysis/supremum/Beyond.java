package org.datamarket.analysis.supremum;

import org.datamarket.market.Valuation;

/**
 * What more data is worth to a buyer that has some: θ(h + z) − θ(h).
 *
 * @param own θ
 * @param held h, GB, at least 0
 */
record Beyond(Valuation own, double held) implements Valuation {
  private static final long serialVersionUID = 1;

  @Override
  public double demand() {
    return Math.max(0, own.demand() - held);
  }

  @Override
  public double value(double z) {
    return own.value(held + z) - own.value(held);
  }

  @Override
  public double marginal(double z) {
    return z > demand() ? 0 : own.marginal(held + z);
  }

  @Override
  public double demandAt(double price) {
    return Math.min(demand(), Math.max(0, own.demandAt(price) - held));
  }

  @Override
  public double flatUntil() {
    return Math.min(demand(), Math.max(0, own.flatUntil() - held));
  }
}
