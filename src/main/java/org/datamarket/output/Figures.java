package org.datamarket.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a person likes to read them. */
final class Figures {
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e15;
  private static final int DIGITS = 4;
  private static final int MOST_DIGITS = 17;

  private Figures() {}

  /** Four digits, more for the whole part if it needs them; "–" where there is no number. */
  static String of(double value) {
    return of(value, DIGITS);
  }

  private static String of(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toString()
          .replace("E", "e");
    }
    BigDecimal exact = new BigDecimal(value);
    int whole = exact.precision() - exact.scale();
    return exact
        .round(new MathContext(Math.max(digits, whole), RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A number with as many digits as it takes to tell it from another. */
  static String apartFrom(double value, double other) {
    int digits = 2;
    while (digits < MOST_DIGITS && value != other && of(value, digits).equals(of(other, digits))) {
      digits++;
    }
    return of(value, digits);
  }

  /** A share in per cent, rounded down to a tenth, so that 100 % is the whole, but for rounding. */
  static String percent(double share) {
    BigDecimal percent = new BigDecimal(100 * (share + 1e-9));
    return percent.setScale(1, RoundingMode.FLOOR).stripTrailingZeros().toPlainString() + " %";
  }
}
