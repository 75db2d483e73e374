package org.datamarket.gui.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for a person to read at a glance. */
public final class Figures {
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e9;
  private static final double LARGEST_WITH_FRACTION = 1e3;

  private Figures() {}

  /** Three digits, or all of the whole part. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    if (size >= LARGEST_WITH_FRACTION) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /** A number of things. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
