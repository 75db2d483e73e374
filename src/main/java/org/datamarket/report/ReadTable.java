package org.datamarket.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.datamarket.document.BrokenCsv;
import org.datamarket.output.Csv;

/** A CSV file of a run's folder, read back. */
final class ReadTable implements RunTable {
  private final List<NamedCsvRecord> rows;
  private final Path file;

  private ReadTable(Path file, List<NamedCsvRecord> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads a file.
   *
   * @throws DamagedException if it is not there or is no CSV file
   * @throws IOException if it cannot be read
   */
  static ReadTable read(Path file) throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      throw new DamagedException(file, "there is no such file");
    }
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      reader.forEach(rows::add);
    } catch (UncheckedIOException | de.siegmar.fastcsv.reader.CsvParseException broken) {
      throw new DamagedException(file, "is not a table: %s".formatted(BrokenCsv.reason(broken)));
    }
    return new ReadTable(file, rows);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public String text(int row, String column) throws IOException {
    try {
      return Csv.unmarked(rows.get(row).getField(column));
    } catch (NoSuchElementException missing) {
      throw new DamagedException(file, "has no column " + column);
    }
  }

  @Override
  public double number(int row, String column) throws IOException {
    String text = text(row, column);
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException broken) {
      throw new DamagedException(
          file, "row " + (row + 1) + ": " + column + " is no number: " + text);
    }
  }
}
