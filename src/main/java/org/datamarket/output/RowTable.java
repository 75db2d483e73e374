package org.datamarket.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.io.WholeFile;

/**
 * A CSV file of a run ({@link Csv}): a header with its columns, and its rows.
 *
 * @param <R> what a row is made from
 * @param file its name
 * @param contents what a row is, in a sentence without a full stop
 * @param columns in order
 * @param rows in order, from a result
 */
public record RowTable<R>(
    String file, String contents, List<Column<R>> columns, Function<RunResult, Stream<R>> rows) {

  void write(Path folder, RunResult result) throws IOException {
    write(folder.resolve(file), columns, rows.apply(result));
  }

  /** Writes a table of any rows. */
  public static <R> void write(Path file, List<Column<R>> columns, Stream<R> rows)
      throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (Csv csv = new Csv(out)) {
            csv.write(columns.stream().map(Column::name).toList());
            for (R row : (Iterable<R>) rows::iterator) {
              csv.write(columns.stream().map(column -> column.cell(row)).toList());
            }
          }
        });
  }
}
