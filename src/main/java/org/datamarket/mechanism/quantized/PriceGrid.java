package org.datamarket.mechanism.quantized;

/**
 * The prices that can be named: whole multiples of a step, from the reserve up (docs/mechanisms.md
 * §7).
 *
 * @param step δ, $/GB, above 0
 * @param levels M + 1, how many multiples there are, 0 and those below the reserve included
 * @param reserve r, $/GB, at least 0, at most the highest multiple
 */
public record PriceGrid(double step, int levels, double reserve) {
  static final String LEVELS = "How many prices there are, 0 included, M + 1.";
  static final String STEP =
      "The step from one price to the next, δ; 0 for even steps up to the highest price that"
          + " anybody would pay.";

  /**
   * @throws IllegalArgumentException if no price is left
   */
  public PriceGrid {
    if (!(step > 0) || levels < 1 || !(reserve >= 0) || (levels - 1) * step < reserve) {
      throw new IllegalArgumentException(
          "no prices: step %s, %s levels, reserve %s".formatted(step, levels, reserve));
    }
  }

  /** The price of a level, $/GB. */
  public double price(int level) {
    return level * step;
  }

  /** The lowest level that is not below the reserve. */
  public int bottom() {
    return lowest(0, level -> price(level) >= reserve);
  }

  /** The highest level, M. */
  public int top() {
    return levels - 1;
  }

  /** A property of levels that, once it holds, holds at every higher level too. */
  @FunctionalInterface
  interface From {
    /** Whether it holds at a level. */
    boolean holds(int level);
  }

  /** The lowest level, of those from a first one, at which a property holds; M if at none. */
  int lowest(int first, From property) {
    int low = first;
    int high = top();
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (property.holds(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
