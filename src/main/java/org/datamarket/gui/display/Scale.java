package org.datamarket.gui.display;

/**
 * A scale from 0 to a round number. It only ever widens while a run lasts, so that colours keep their
 * meaning from round to round.
 *
 * @param most the value at its upper end, more than 0
 */
public record Scale(double most) {
  /** The scale of values that are not known yet. */
  public static final Scale NONE = new Scale(Double.MIN_NORMAL);

  /** A scale that also reaches up to this. */
  public Scale reaching(double value) {
    return value > most ? new Scale(roundUp(value)) : this;
  }

  private static double roundUp(double value) {
    if (Double.isInfinite(value)) {
      return Double.MAX_VALUE;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
      if (value <= step * power * (1 + 1e-12)) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /** Where a value lies, 0 to 1 at the ends. */
  public double place(double value) {
    return value / most;
  }
}
