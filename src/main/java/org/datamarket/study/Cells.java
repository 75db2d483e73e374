package org.datamarket.study;

import org.datamarket.output.NumberText;

/** Cells of tables that hold numbers. */
public final class Cells {
  private Cells() {}

  /** The number in a cell; NaN if it is empty or no number. */
  public static double number(String cell) {
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** The cell of a number: shortest round trip, empty for NaN. */
  public static String of(double number) {
    return Double.isNaN(number) ? "" : NumberText.text(number);
  }

  /** The value of a measure by its place; NaN if the run has none. */
  public static double measure(Outcome outcome, int index) {
    return index < 0 || index >= outcome.measures().size()
        ? Double.NaN
        : number(outcome.measures().get(index));
  }
}
