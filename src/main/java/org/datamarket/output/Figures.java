package org.datamarket.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a person likes to read them, the same in every locale. */
public final class Figures {
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e15;
  private static final double ROUNDING = 1e-9;
  private static final int DIGITS = 4;
  private static final int MOST_DIGITS = 17;

  private Figures() {}

  /** Four digits, more for the whole part if it needs them; "–" where there is no number. */
  public static String of(double value) {
    return of(value, DIGITS, RoundingMode.HALF_EVEN);
  }

  /** As {@link #of}, but 0 for what is nothing but rounding. */
  public static String ofRounded(double value) {
    return isNothing(value) ? "0" : of(value);
  }

  /** Whether a number is so small that nothing but rounding made it differ from 0. */
  public static boolean isNothing(double value) {
    return Math.abs(value) < ROUNDING;
  }

  private static String of(double value, int digits, RoundingMode rounding) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    BigDecimal exact = new BigDecimal(value);
    if (exact.signum() == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      BigDecimal rounded = exact.round(new MathContext(2, rounding)).stripTrailingZeros();
      int exponent = rounded.precision() - rounded.scale() - 1;
      return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
    int whole = exact.precision() - exact.scale();
    return exact
        .round(new MathContext(Math.max(digits, whole), rounding))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A number with as many digits as it takes to tell it from another, two at least. */
  static String apartFrom(double value, double other, RoundingMode rounding) {
    int digits = 2;
    String text = of(value, digits, rounding);
    while (digits < MOST_DIGITS && value != other && text.equals(of(other, digits, rounding))) {
      digits++;
      text = of(value, digits, rounding);
    }
    return text;
  }

  /** A share in per cent, rounded down to a tenth, so that 100 % is the whole, but for rounding. */
  static String percent(double share) {
    BigDecimal percent = new BigDecimal(100 * (share + ROUNDING));
    return percent.setScale(1, RoundingMode.FLOOR).toPlainString() + " %";
  }
}
