package org.datamarket.gui.display;

import java.util.Arrays;
import java.util.List;

/**
 * A scale between two round numbers, within which nearly all values lie. From round to round it
 * stays as it is while it fits, so that colours keep their meaning.
 *
 * @param least the value at its lower end
 * @param most the value at its upper end, more than the least unless nothing is known
 */
public record Scale(double least, double most) {
  /** The scale of values that are not known yet. */
  public static final Scale NONE = new Scale(0, 0);

  private static final double OUTLIERS = 0.04;
  private static final double TOO_WIDE = 0.55;
  private static final List<Double> STEPS = List.of(1.0, 2.0, 2.5, 5.0, 10.0);
  private static final int DIVISIONS = 8;
  private static final double ROUNDING = 1e-9;

  /** The scale of these values: this one, if it still fits them. */
  public Scale fitting(double[] values) {
    if (values.length == 0) {
      return this;
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double low = ascending[(int) (OUTLIERS * (ascending.length - 1))];
    double high = ascending[(int) Math.ceil((1 - OUTLIERS) * (ascending.length - 1))];
    boolean fits = low >= least && high <= most && high - low >= TOO_WIDE * (most - least);
    return isKnown() && fits ? this : around(low, high);
  }

  private static Scale around(double low, double high) {
    double span = span(low, high);
    double power = Math.pow(10, Math.floor(Math.log10(span / DIVISIONS)));
    double step = 10 * power;
    for (double candidate : STEPS) {
      if (candidate * power * DIVISIONS >= span) {
        step = candidate * power;
        break;
      }
    }
    double from = step * Math.floor(low / step + ROUNDING);
    double to = step * Math.ceil(high / step - ROUNDING);
    return new Scale(low >= 0 ? Math.max(0, from) : from, to > from ? to : from + step);
  }

  /** How far values lie apart; if only by rounding, how large they are, and 1 if they are all 0. */
  private static double span(double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (size < ROUNDING) {
      return 1;
    }
    return high - low > ROUNDING * size ? high - low : size;
  }

  /** Whether there is a scale at all. */
  public boolean isKnown() {
    return most > least;
  }

  /** Where a value lies, 0 to 1 at the ends. */
  public double place(double value) {
    return isKnown() ? (value - least) / (most - least) : 0.5;
  }
}
