package org.datamarket.market;

import java.io.Serializable;

/**
 * What data is worth to a buyer: θ, concave and increasing on [0, d], flat beyond its demand d
 * (docs/model.md §3).
 *
 * <p>A valuation of one's own needs {@link #demand}, {@link #value} and {@link #marginal}; the
 * inverses then come from bisection, to the last bit of a double. Implementations are immutable.
 */
public interface Valuation extends Serializable {

  /** The most the buyer wants, d, in GB: finite, at least 0. */
  double demand();

  /**
   * θ(z), the worth of a total of z.
   *
   * @param z GB, at least 0; beyond the demand the value stays at θ(d)
   * @return $, at least 0
   */
  double value(double z);

  /**
   * θ′(z), the worth of one more unit: the left limit for 0 &lt; z ≤ d, 0 beyond d, and the right
   * limit at 0, which may be infinite.
   *
   * @param z GB, at least 0
   * @return $/GB, at least 0
   */
  double marginal(double z);

  /**
   * How much the buyer wants at a price: the largest z ≤ d with θ′(z) ≥ price, 0 if there is none.
   *
   * @param price $/GB; d for any price ≤ θ′(d)
   * @return GB in [0, d]
   */
  default double demandAt(double price) {
    return largest(demand(), z -> marginal(z) >= price);
  }

  /**
   * The smallest total that is worth so much: the smallest z with θ(z) ≥ value.
   *
   * @param value $; 0 for a value of θ(0) or less
   * @return GB in [0, d]; d if even that is worth less
   */
  default double quantityWorth(double value) {
    return value <= value(0) ? 0 : largest(demand(), z -> value(z) < value);
  }

  /**
   * The length of the first stretch, from 0, on which θ′ is constant: there a smaller bid has no
   * higher price, and shading does nothing. 0 (the default) when θ′ falls from the start.
   */
  default double flatUntil() {
    return 0;
  }

  /** A property of totals that holds up to some total and not beyond it. */
  @FunctionalInterface
  interface UpTo {
    /** Whether it holds at a total of z GB. */
    boolean holds(double z);
  }

  /**
   * The largest z in [0, limit] at which a property holds that holds up to some z and not beyond; 0
   * if nowhere.
   */
  static double largest(double limit, UpTo property) {
    if (property.holds(limit)) {
      return limit;
    }
    double holds = 0;
    double fails = limit;
    while (true) {
      double middle = holds + (fails - holds) / 2;
      if (middle <= holds || middle >= fails) {
        return holds;
      }
      if (property.holds(middle)) {
        holds = middle;
      } else {
        fails = middle;
      }
    }
  }
}
