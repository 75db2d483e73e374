package org.datamarket.study.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.datamarket.document.BrokenCsv;
import org.datamarket.document.UserMistake;
import org.datamarket.output.Csv;
import org.datamarket.study.Cells;

/** A table of results, read back line by line. What is wrong with it is told with file and line. */
public final class ResultTable {
  private final Path file;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private long lastLine;

  private ResultTable(Path file, Iterator<CsvRecord> records) throws UserMistake {
    this.file = file;
    this.records = records;
    this.header = hasNext() ? texts(record()) : List.of();
  }

  /** What is made of a table. */
  @FunctionalInterface
  public interface Reader<R> {
    /** Reads the lines. */
    R read(ResultTable table) throws UserMistake;
  }

  /**
   * Reads a table.
   *
   * @throws UserMistake if it is no CSV, or the reader refuses it
   */
  public static <R> R read(Path file, Reader<R> reader) throws IOException, UserMistake {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(file)) {
      return reader.read(new ResultTable(file, csv.iterator()));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static List<String> texts(CsvRecord record) {
    return record.getFields().stream().map(Csv::unmarked).toList();
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /** Refuses a table with other columns. */
  public void expect(List<String> columns) throws UserMistake {
    if (!header.equals(columns)) {
      throw wrongHeader("this study; expected " + String.join(",", columns));
    }
  }

  /** A header that is not that of something. */
  public UserMistake wrongHeader(String expected) {
    return new UserMistake(file + ":1: is not the header of " + expected);
  }

  /**
   * Whether there is another line.
   *
   * @throws UserMistake if what follows is no CSV
   */
  public boolean hasNext() throws UserMistake {
    try {
      return records.hasNext();
    } catch (CsvParseException broken) {
      throw new UserMistake(file, BrokenCsv.after(lastLine, broken));
    }
  }

  private CsvRecord record() {
    CsvRecord record = records.next();
    lastLine = record.getStartingLineNumber();
    return record;
  }

  /**
   * The next line.
   *
   * @throws UserMistake if it has more or fewer cells than the header
   */
  public Line next() throws UserMistake {
    Line line = new Line(this, record());
    int cells = line.record.getFieldCount();
    if (cells != header.size()) {
      throw line.wrong(
          "has "
              + cells
              + " cells; expected "
              + header.size()
              + ", one for each column of the header");
    }
    return line;
  }

  /** A line. */
  public static final class Line {
    private final ResultTable table;
    private final CsvRecord record;

    private Line(ResultTable table, CsvRecord record) {
      this.table = table;
      this.record = record;
    }

    /** The text in a cell. */
    public String text(int column) {
      return Csv.unmarked(record.getField(column));
    }

    /** The texts from a column up to another, which is not among them. */
    public List<String> texts(int from, int to) {
      return ResultTable.texts(record).subList(from, to);
    }

    /** The numbers there; NaN where there is none. */
    public List<Double> numbers(int from, int to) {
      return texts(from, to).stream().map(Cells::number).toList();
    }

    /**
     * The whole number in a cell.
     *
     * @throws UserMistake if there is none
     */
    public long whole(int column) throws UserMistake {
      try {
        return Long.parseLong(text(column));
      } catch (NumberFormatException none) {
        throw wrong(table.header.get(column) + " is " + text(column) + "; expected a whole number");
      }
    }

    /** The same, if it fits into an int; what does not is −1, which nothing is. */
    public int number(int column) throws UserMistake {
      long whole = whole(column);
      return whole == (int) whole ? (int) whole : -1;
    }

    /** What is wrong with the line. */
    public UserMistake wrong(String what) {
      return new UserMistake(table.file + ":" + record.getStartingLineNumber() + ": " + what);
    }
  }
}
