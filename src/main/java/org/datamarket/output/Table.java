package org.datamarket.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;

/**
 * A CSV file of a run: its columns, and its rows. UTF-8, a header, commas, lines that end in a line
 * feed; texts are quoted where they must be.
 *
 * @param <R> what a row is made from
 * @param file its name
 * @param contents what a row is, in a sentence without a full stop
 * @param columns in order
 * @param rows in order, from a result
 */
public record Table<R>(
    String file, String contents, List<Column<R>> columns, Function<RunResult, Stream<R>> rows) {

  void write(Path folder, RunResult result) throws IOException {
    OutputFile.write(
        folder.resolve(file),
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
          try {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            rows.apply(result)
                .forEach(row -> csv.writeRecord(columns.stream().map(c -> c.cell(row)).toList()));
            csv.flush();
          } catch (UncheckedIOException failure) {
            throw failure.getCause();
          }
          writer.flush();
        });
  }
}
