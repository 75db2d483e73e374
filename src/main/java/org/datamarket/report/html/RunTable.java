package org.datamarket.report.html;

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
import org.datamarket.output.Csv;

/** A CSV file of a run's folder, read back. */
final class RunTable {
  private final List<NamedCsvRecord> rows;
  private final Path file;

  private RunTable(Path file, List<NamedCsvRecord> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads a file.
   *
   * @throws DamagedException if it is not there or is no CSV file
   * @throws IOException if it cannot be read
   */
  static RunTable read(Path file) throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      throw new DamagedException(file, "there is no such file");
    }
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      reader.forEach(rows::add);
    } catch (UncheckedIOException | de.siegmar.fastcsv.reader.CsvParseException broken) {
      throw new DamagedException(file, "is not a table: " + inWords(broken));
    }
    return new RunTable(file, rows);
  }

  /** What is wrong, without the library's word for it. */
  private static String inWords(RuntimeException broken) {
    return String.valueOf(broken.getMessage()).replaceFirst("^Exception when reading", "cannot read");
  }

  int size() {
    return rows.size();
  }

  String text(int row, String column) throws IOException {
    try {
      return Csv.unmarked(rows.get(row).getField(column));
    } catch (NoSuchElementException missing) {
      throw new DamagedException(file, "has no column " + column);
    }
  }

  /** A number; NaN where the cell is empty. */
  double number(int row, String column) throws IOException {
    String text = text(row, column);
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException broken) {
      throw new DamagedException(file, "row " + (row + 1) + ": " + column + " is no number: " + text);
    }
  }

  /** A number; 0 where the cell is empty. */
  double numberOrZero(int row, String column) throws IOException {
    double number = number(row, column);
    return Double.isNaN(number) ? 0 : number;
  }
}
