package org.datamarket.claims.search;

import java.util.function.DoubleFunction;
import org.datamarket.analysis.claims.Claim.Unit;

/** By how much a claim fails, with its unit. */
public final class ViolationText {
  private static final double HUNDRED = 100;

  private ViolationText() {}

  /**
   * Such as {@code 0.9 $}; a share of what is asked for in %, nothing where a claim just fails.
   *
   * @param number how numbers are shown
   */
  public static String of(double violation, Unit unit, DoubleFunction<String> number) {
    return switch (unit) {
      case MONEY -> "%s $".formatted(number.apply(violation));
      case QUANTITY -> "%s GB".formatted(number.apply(violation));
      case PRICE -> "%s $/GB".formatted(number.apply(violation));
      case SHARE -> "%s %% of what is asked for".formatted(number.apply(HUNDRED * violation));
      case COUNT ->
          "%s %s".formatted(number.apply(violation), violation == 1 ? "seller" : "sellers");
      case FACT -> "";
    };
  }
}
