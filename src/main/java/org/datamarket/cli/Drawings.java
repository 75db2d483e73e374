package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.datamarket.chart.Chart;
import org.datamarket.chart.ChartFiles;
import org.datamarket.document.Words;
import org.datamarket.output.folder.Additions;
import org.datamarket.output.folder.Content;
import org.datamarket.output.folder.OutputException;
import org.datamarket.report.RunReport;

/**
 * The pictures and the report in a folder whose tables are in place. Whatever goes wrong with one
 * of them, it alone is missing then.
 */
final class Drawings {
  private final Path folder;
  private final Additions additions;
  private final List<String> failures = new ArrayList<>();

  Drawings(Path folder, Additions additions) {
    this.folder = folder;
    this.additions = additions;
  }

  /** Draws charts, each for itself. */
  void charts(Supplier<List<Chart>> charts) {
    attempt(
        ChartFiles.FOLDER,
        () -> {
          List<ChartFiles> files =
              charts.get().stream().map(chart -> new ChartFiles(List.of(chart))).toList();
          additions.begin(files.stream().flatMap(file -> file.names().stream()).toList());
          for (ChartFiles file : files) {
            attempt(file.names().get(0), () -> file.writeTo(folder));
          }
        });
  }

  /** Writes the report. */
  void report(Content report) {
    attempt(
        RunReport.FILE,
        () -> {
          additions.begin(List.of(RunReport.FILE));
          report.writeTo(folder);
        });
  }

  @FunctionalInterface
  private interface Work {
    void go() throws IOException;
  }

  private void attempt(String name, Work work) {
    try {
      work.go();
    } catch (OutputException clear) {
      failures.add(clear.getMessage());
    } catch (Exception | Error failure) {
      failures.add(folder.resolve(name) + ": could not be made: " + reason(failure));
    }
  }

  private static String reason(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "out of memory";
    }
    String reason =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    return failure instanceof IOException && reason != null ? reason : failure.toString();
  }

  /**
   * Says in the manifest that all is done, and on stderr what could not be made.
   *
   * @return the exit code
   */
  int finish() throws IOException {
    try {
      additions.finish();
    } catch (IOException failure) {
      if (failures.isEmpty()) {
        throw failure;
      }
    }
    if (failures.isEmpty()) {
      return ExitCode.DONE;
    }
    int more = failures.size() - 1;
    System.err.println(
        "datamarket: %s%s; the tables are kept"
            .formatted(
                Words.oneLine(failures.get(0)),
                more == 0 ? "" : more == 1 ? ", and 1 more" : ", and %d more".formatted(more)));
    return ExitCode.FAULT;
  }
}
