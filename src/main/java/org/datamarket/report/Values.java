package org.datamarket.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Numbers as a page carries them: null where there is none, and no longer than they need to be. */
final class Values {
  /** As many digits as a double has. */
  static final int ALL_DIGITS = 0;

  private static final double LARGEST_WHOLE = 1e15;

  private Values() {}

  /**
   * A number for JSON.
   *
   * @param digits significant ones that are kept, or {@link #ALL_DIGITS}
   * @return a Long, a Double, or null for what is not finite
   */
  static Number of(double value, int digits) {
    if (!Double.isFinite(value)) {
      return null;
    }
    double kept =
        digits == ALL_DIGITS
            ? value
            : new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    if (kept == Math.rint(kept) && Math.abs(kept) < LARGEST_WHOLE) {
      return (long) kept;
    }
    return kept;
  }

  /** Many numbers for JSON; a column that is the same throughout is given once, not in a list. */
  static Object column(List<Double> values, int digits) {
    List<Object> all = new ArrayList<>(values.size());
    values.forEach(value -> all.add(of(value, digits)));
    boolean constant =
        all.size() > 1 && all.get(0) != null && all.stream().allMatch(all.get(0)::equals);
    return constant ? all.get(0) : all;
  }
}
