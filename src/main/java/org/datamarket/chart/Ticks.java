package org.datamarket.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;

/**
 * The steps that an axis may have, 1, 2 and 5 times the powers of ten, labelled with as many
 * decimals as it takes to tell two labels apart, and the same in every locale.
 */
final class Ticks {
  private static final int LEAST_POWER = -12;
  private static final int GREATEST_POWER = 15;
  private static final List<Integer> DIGITS = List.of(1, 2, 5);

  private Ticks() {}

  /** Steps of any size. */
  static TickUnits ofNumbers() {
    return from(LEAST_POWER);
  }

  /** Steps of 1 and more. */
  static TickUnits ofCounts() {
    return from(0);
  }

  private static TickUnits from(int leastPower) {
    TickUnits units = new TickUnits();
    for (int power = leastPower; power <= GREATEST_POWER; power++) {
      DecimalFormat format =
          new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
      format.setMaximumFractionDigits(Math.max(0, -power));
      for (int digit : DIGITS) {
        units.add(new NumberTickUnit(Double.parseDouble(digit + "e" + power), format));
      }
    }
    return units;
  }
}
