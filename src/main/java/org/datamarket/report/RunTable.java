package org.datamarket.report;

import java.io.IOException;

/** A table of a run: as its result has it, or read back from its folder. */
interface RunTable {
  /** How many rows it has. */
  int size();

  /**
   * A cell; empty where there is no value.
   *
   * @throws DamagedException if there is no such column
   */
  String text(int row, String column) throws IOException;

  /**
   * A number; NaN where the cell is empty.
   *
   * @throws DamagedException if there is no such column, or something else in it
   */
  double number(int row, String column) throws IOException;

  /** A number; 0 where the cell is empty. */
  default double numberOrZero(int row, String column) throws IOException {
    double number = number(row, column);
    return Double.isNaN(number) ? 0 : number;
  }
}
