package org.datamarket.document.type;

import org.datamarket.document.Magnitude;

/**
 * An interval of numbers.
 *
 * @param from its lower end
 * @param open whether the lower end is left out
 * @param to its upper end
 * @param below whether the upper end is left out
 */
public record Range(double from, boolean open, double to, boolean below) {
  /** The end of a range without an end of its own. */
  public static final double LARGEST = Magnitude.LARGEST;

  /** Above 0. */
  public static Range positive() {
    return new Range(0, true, LARGEST, false);
  }

  /** At least 0. */
  public static Range notNegative() {
    return new Range(0, false, LARGEST, false);
  }

  /** From one number to another, both included. */
  public static Range between(double from, double to) {
    return new Range(from, false, to, false);
  }

  /** From a number, included, to another, left out. */
  public static Range fromBelow(double from, double below) {
    return new Range(from, false, below, true);
  }

  /**
   * The interval of a formula as {@link #formula} writes it; any number for an empty one.
   *
   * @throws IllegalArgumentException if it is no such formula
   */
  public static Range of(String formula) {
    if (formula.isEmpty()) {
      return between(-LARGEST, LARGEST);
    }
    boolean open = formula.startsWith(">") || formula.startsWith("(");
    if (formula.startsWith(">") || formula.startsWith("≥")) {
      return new Range(Double.parseDouble(formula.substring(1)), open, LARGEST, false);
    }
    String[] ends = formula.substring(1, formula.length() - 1).split(",");
    return new Range(
        Double.parseDouble(ends[0]), open, Double.parseDouble(ends[1]), formula.endsWith(")"));
  }

  /** Whether a number lies in it. */
  public boolean contains(double value) {
    return (open ? value > from : value >= from) && (below ? value < to : value <= to);
  }

  /**
   * Whether all draws of a distribution lie in it; where there is no end but {@link #LARGEST},
   * single draws may be larger, and are refused when they are drawn.
   *
   * @param lowest the infimum of the draws
   * @param reached whether the infimum itself may be drawn
   * @param highest the supremum of the draws
   */
  public boolean containsDraws(double lowest, boolean reached, double highest) {
    boolean above = open && reached ? lowest > from : lowest >= from;
    return above && (to == LARGEST || (below ? highest < to : highest <= to));
  }

  /** The interval in words, to follow "a number". */
  public String inWords() {
    if (from == -LARGEST && to == LARGEST) {
      return "";
    }
    String lower = open ? "above " + number(from) : "of at least " + number(from);
    if (to == LARGEST) {
      return lower;
    }
    return lower + " and " + (below ? "below " : "at most ") + number(to);
  }

  /** The interval as a formula, such as {@code [0, 1)} or {@code > 0}. */
  public String formula() {
    if (to == LARGEST) {
      return (open ? "> " : "≥ ") + number(from);
    }
    return (open ? "(" : "[") + number(from) + ", " + number(to) + (below ? ")" : "]");
  }

  /** A number as people write it: without a point if it is whole. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
