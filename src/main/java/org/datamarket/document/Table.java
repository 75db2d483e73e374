package org.datamarket.document;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file (RFC 4180, UTF-8, a header line first), row by row. Cells are stripped of blanks; an
 * empty cell is no cell; blank lines are skipped.
 */
public final class Table {
  private final String label;
  private final List<String> columns;
  private final Iterator<CsvRecord> records;
  private long lastLine;

  private Table(String label, List<String> columns, Iterator<CsvRecord> records) {
    this.label = label;
    this.columns = columns;
    this.records = records;
  }

  /** One row: its cells, and where they stand. */
  public static final class Row {
    private final Table table;
    private final CsvRecord cells;

    private Row(Table table, CsvRecord cells) {
      this.table = table;
      this.cells = cells;
    }

    /** Where the row stands. */
    public Position position() {
      return new Position.InRow(table.label, cells.getStartingLineNumber());
    }

    /** The line in which it begins. */
    public long line() {
      return cells.getStartingLineNumber();
    }

    /** The cell of a column, if there is one and it is not empty. */
    public Optional<Node.Scalar> cell(String column) {
      int k = table.columns.indexOf(column);
      String text = k < 0 ? "" : cells.getField(k).strip();
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Node.Scalar(
                  new Position.InCell(table.label, cells.getStartingLineNumber(), column),
                  text,
                  false));
    }
  }

  /**
   * Opens a table and checks its header.
   *
   * @param from where the file was named
   * @param file the file
   * @param label how messages call it
   * @param allowed the columns there may be
   * @param required the columns there must be
   * @throws Mistake if it cannot be read, or the header is missing, has a column that is not
   *     allowed or twice, or lacks a required one
   */
  public static Table open(
      Position from, Path file, String label, List<String> allowed, List<String> required) {
    return open(from, file, label, Optional.of(allowed), required);
  }

  /**
   * Opens a table that may have any columns.
   *
   * @param from where the file was named
   * @param file the file
   * @param label how messages call it
   * @throws Mistake if it cannot be read, or a column has no name or stands twice
   */
  public static Table open(Position from, Path file, String label) {
    return open(from, file, label, Optional.empty(), List.of("a column for each factor"));
  }

  private static Table open(
      Position from,
      Path file,
      String label,
      Optional<List<String>> allowed,
      List<String> required) {
    String text = TextFile.read(from, file, label);
    OpenQuotes.refuse(label, text);
    Iterator<CsvRecord> records =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text)
            .iterator();
    Table table = new Table(label, new ArrayList<>(), records);
    CsvRecord header =
        table
            .next()
            .orElseThrow(
                () ->
                    new Mistake(
                        new Position.InFile(label),
                        "is empty; expected a header line with " + String.join(", ", required)));
    table.header(header, allowed);
    allowed.ifPresent(names -> table.require(header, required));
    return table;
  }

  private void header(CsvRecord header, Optional<List<String>> allowed) {
    Position.InRow position = new Position.InRow(label, header.getStartingLineNumber());
    Map<String, Integer> seen = new HashMap<>();
    for (String field : header.getFields()) {
      String column = field.strip();
      if (allowed.isPresent() && !allowed.get().contains(column)) {
        throw new Mistake(
            position,
            "unknown column "
                + Words.quoted(column)
                + "; expected "
                + Words.oneOf(allowed.get())
                + Words.didYouMean(column, allowed.get()));
      }
      if (column.isEmpty()) {
        throw new Mistake(position, "a column has no name; expected a name for each");
      }
      if (seen.put(column, columns.size()) != null) {
        throw new Mistake(
            position, "column " + Words.quoted(column) + " stands twice; expected it once");
      }
      columns.add(column);
    }
  }

  private void require(CsvRecord header, List<String> required) {
    Position.InRow position = new Position.InRow(label, header.getStartingLineNumber());
    for (String column : required) {
      if (!columns.contains(column)) {
        throw new Mistake(
            position,
            "column "
                + Words.quoted(column)
                + " is missing; expected a header with "
                + String.join(", ", required));
      }
    }
  }

  /** The columns there are. */
  public List<String> columns() {
    return List.copyOf(columns);
  }

  /**
   * Goes through the rows.
   *
   * @return how many there were
   * @throws Mistake if a row has too few or too many cells
   */
  public int forEach(Consumer<Row> visitor) {
    int rows = 0;
    for (Optional<CsvRecord> cells = next(); cells.isPresent(); cells = next()) {
      if (cells.get().getFieldCount() != columns.size()) {
        throw wrongCount(cells.get());
      }
      visitor.accept(new Row(this, cells.get()));
      rows++;
    }
    return rows;
  }

  private Mistake wrongCount(CsvRecord cells) {
    int count = cells.getFieldCount();
    return new Mistake(
        new Position.InRow(label, cells.getStartingLineNumber()),
        "has "
            + count
            + (count == 1 ? " cell" : " cells")
            + "; expected "
            + columns.size()
            + ", one for each column of the header");
  }

  private Optional<CsvRecord> next() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord record = records.next();
      lastLine = record.getStartingLineNumber();
      return Optional.of(record);
    } catch (CsvParseException broken) {
      throw new Mistake(new Position.InFile(label), BrokenCsv.after(lastLine, broken));
    }
  }
}
