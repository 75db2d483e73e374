package org.datamarket.analysis.optimum;

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
 * with the reserve λ may sell anything.
 *
 * @param low λ, $/GB; or the lowest of several prices, close together, that one is to stand for
 * @param high λ, or the highest of them
 * @param tolerance how far off, relatively, "just above" and "just below" are, and by how much a
 *     buyer's least is lowered: room for what rounding does to sums; 0 for the next double
 */
record SinglePrice(double low, double high, double tolerance) {

  /**
   * λ, $/GB.
   *
   * @param low a price not above it, at least 0
   * @param high a price not below it
   */
  static double clearing(
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
    return Double.longBitsToDouble(wanted);
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
    double justAbove = Math.max(high * (1 + tolerance), Math.nextUp(high));
    return buyer.demandAt(justAbove) * (1 - tolerance);
  }

  /** The most a buyer has at this price, GB. */
  double most(Valuation buyer) {
    return buyer.demandAt(low * (1 - tolerance));
  }

  /** The most a buyer has when the price is not stretched by the tolerance, GB. */
  double exactMost(Valuation buyer) {
    return buyer.demandAt(low);
  }

  /** Whether a seller must sell all it has. */
  boolean isAbove(double reserve) {
    return reserve < low;
  }

  /** Whether a seller sells nothing. */
  boolean isBelow(double reserve) {
    return reserve > high;
  }
}
