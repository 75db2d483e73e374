package org.datamarket.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.datamarket.document.Numbers;

/**
 * Writes a table as CSV: UTF-8, commas, lines that end in a line feed, quotes where they must be. A
 * text that a spreadsheet would take for a formula is {@linkplain #marked marked}, for ids and
 * names come from files that anybody may have written.
 */
public final class Csv implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final String FORMULA_BEGINS = "=+-@\t\r";
  private static final char MARK = '\'';

  private final CsvWriter writer;

  /** Writes to a stream, which is closed with this. */
  public Csv(OutputStream out) {
    this.writer =
        CsvWriter.builder()
            .bufferSize(BUFFER)
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** Writes a line. */
  public void write(List<String> cells) throws IOException {
    try {
      writer.writeRecord(cells.stream().map(Csv::marked).toList());
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /**
   * The cell of a text: the text itself, with an apostrophe before what begins like a formula
   * ({@code = + - @}, a tab or a carriage return) and is no number. A text that begins so after
   * apostrophes of its own gets one more, so that each cell is the cell of one text only.
   */
  public static String marked(String text) {
    return beginsLikeAFormula(text) && !Numbers.isDecimal(text) ? MARK + text : text;
  }

  /** The text of a cell that {@link #marked} has made. */
  public static String unmarked(String cell) {
    boolean marked = !cell.isEmpty() && cell.charAt(0) == MARK && beginsLikeAFormula(cell);
    return marked ? cell.substring(1) : cell;
  }

  private static boolean beginsLikeAFormula(String text) {
    int k = 0;
    while (k < text.length() && text.charAt(k) == MARK) {
      k++;
    }
    return k < text.length() && FORMULA_BEGINS.indexOf(text.charAt(k)) >= 0;
  }
}
