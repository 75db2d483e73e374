package org.datamarket.document;

/**
 * Looks for quotes in CSV text that are not closed. No cell of ours has two lines, so a quoted cell
 * that does not end in its line has lost its closing quote; read as CSV, it would swallow what
 * follows.
 */
final class OpenQuotes {
  private OpenQuotes() {}

  /**
   * @param label how messages call the file
   * @throws Mistake at the line with a quote that is not closed
   */
  static void refuse(String label, String text) {
    int line = 1;
    for (String content : text.lines().toList()) {
      int open = openQuote(content);
      if (open >= 0) {
        throw new Mistake(
            new Position.InRow(label, line),
            "the quote before "
                + Words.quoted(content.substring(open + 1))
                + " is not closed; expected one at the end of the cell");
      }
      line++;
    }
  }

  /** The place of a quote at the beginning of a cell that none ends; −1 if there is none. */
  private static int openQuote(String line) {
    int open = -1;
    for (int k = 0; k < line.length(); k++) {
      boolean begins = k == 0 || line.charAt(k - 1) == ',';
      if (line.charAt(k) == '"') {
        if (open < 0 && begins) {
          open = k;
        } else if (open >= 0 && line.startsWith("\"\"", k)) {
          k++;
        } else if (open >= 0) {
          open = -1;
        }
      }
    }
    return open;
  }
}
