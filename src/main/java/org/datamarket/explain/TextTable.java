package org.datamarket.explain;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in aligned columns, for a terminal. */
final class TextTable {
  private static final String GAP = "  ";
  private static final int LONGEST = 20;

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * A table.
   *
   * @param alignment a letter for each column: l for texts, at the left, r for numbers
   * @param head the names of the columns
   */
  TextTable(String alignment, String... head) {
    right = new boolean[alignment.length()];
    for (int k = 0; k < right.length; k++) {
      right[k] = alignment.charAt(k) == 'r';
    }
    add(head);
  }

  /** Adds a row. */
  TextTable add(String... cells) {
    rows.add(cells.clone());
    return this;
  }

  /** A name, of a long one the beginning. */
  static String name(String id) {
    return length(id) <= LONGEST
        ? id
        : "%s…".formatted(id.substring(0, id.offsetByCodePoints(0, LONGEST - 1)));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** The lines, each begun with two spaces and ended with a line feed. */
  String text() {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        widths[k] = Math.max(widths[k], length(row[k]));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int k = 0; k < row.length; k++) {
        String space = " ".repeat(widths[k] - length(row[k]));
        line.append(GAP).append(right[k] ? space + row[k] : row[k] + space);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
