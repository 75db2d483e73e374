package org.datamarket.analysis;

import org.datamarket.market.Valuation;

/**
 * The one price λ at which a market in which everybody sees everybody clears: the largest λ with
 *
 * <pre>  Σ_i θ_i′⁻¹(λ) ≥ Σ_{j: r_j &lt; λ} D_j ,</pre>
 *
 * what buyers want at λ against what sellers must part with below it (docs/model.md §7,
 * <i>optimum</i>). Demand falls with λ and supply grows, both by jumps where a valuation is linear
 * or a reserve is reached, so there is one crossing; it is found to the last bit of a double.
 *
 * <p>At λ a buyer may have anything between its demand just above and just below λ, and a seller
 * with the reserve λ may sell anything. "Just" is {@link #TIE}, a little more than rounding.
 */
record SinglePrice(double price, double justBelow, double justAbove) {
  /** Prices closer than this, relatively, count as equal. */
  static final double TIE = 1e-14;

  static SinglePrice at(double price) {
    return between(price, price, price);
  }

  /** A price that stands for all the prices between two. */
  static SinglePrice between(double low, double price, double high) {
    return new SinglePrice(price, low * (1 - TIE), Math.max(high * (1 + TIE), Double.MIN_VALUE));
  }

  /**
   * The clearing price, $/GB.
   *
   * @param low a price not above it, at least 0
   * @param high a price not below it
   */
  static SinglePrice clearing(
      Valuation[] buyers, double[] quantities, double[] reserves, double low, double high) {
    long wanted = Double.doubleToLongBits(low);
    long unwanted = Double.doubleToLongBits(high) + 1;
    // Doubles that are not negative are ordered as their bits are.
    while (unwanted - wanted > 1) {
      long middle = wanted + (unwanted - wanted) / 2;
      if (isWanted(Double.longBitsToDouble(middle), buyers, quantities, reserves)) {
        wanted = middle;
      } else {
        unwanted = middle;
      }
    }
    return at(Double.longBitsToDouble(wanted));
  }

  private static boolean isWanted(
      double price, Valuation[] buyers, double[] quantities, double[] reserves) {
    double supply = 0;
    for (int j = 0; j < quantities.length; j++) {
      if (reserves[j] < price) {
        supply += quantities[j];
      }
    }
    double demand = 0;
    for (int i = 0; i < buyers.length && demand < supply; i++) {
      demand += buyers[i].demandAt(price);
    }
    return demand >= supply;
  }

  /** The least a buyer has at this price, GB. */
  double least(Valuation buyer) {
    return buyer.demandAt(justAbove);
  }

  /** The most a buyer has at this price, GB. */
  double most(Valuation buyer) {
    return buyer.demandAt(justBelow);
  }

  /** Whether a seller must sell all it has. */
  boolean isBelow(double reserve) {
    return reserve < justBelow;
  }

  /** Whether a seller sells nothing. */
  boolean isAbove(double reserve) {
    return reserve > justAbove;
  }
}
