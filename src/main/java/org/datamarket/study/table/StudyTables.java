package org.datamarket.study.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.datamarket.analysis.Status;
import org.datamarket.io.WholeFile;
import org.datamarket.output.Csv;
import org.datamarket.output.folder.Content;
import org.datamarket.study.Cells;
import org.datamarket.study.Measure;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Sample;
import org.datamarket.study.Study;

/**
 * The tables of a study: {@code runs.csv}, a line per run in the order of the plan; {@code
 * points.csv}, means and their confidence intervals; {@code rounds.csv}, if the study asks for
 * series. The bytes depend on the study and its outcomes alone.
 */
public final class StudyTables implements Content {
  /** The table of runs. */
  public static final String RUNS = "runs.csv";

  /** The table of points. */
  public static final String POINTS = "points.csv";

  /** The table of rounds. */
  public static final String ROUNDS = "rounds.csv";

  private static final List<String> BEFORE_FACTORS = List.of("point", "replication", "seed");
  private static final List<String> AFTER_FACTORS = List.of("status", "error");

  private final Study study;
  private final StudyOutcomes outcomes;

  /**
   * The tables of a study.
   *
   * @param done all its runs, before the tables are written
   */
  public StudyTables(Study study, FinishedRuns done) {
    this.study = study;
    this.outcomes = new StudyOutcomes(study, done);
  }

  /** The names of the tables of a study. */
  public static List<String> names(Study study) {
    return study.series().isEmpty() ? List.of(RUNS, POINTS) : List.of(RUNS, POINTS, ROUNDS);
  }

  /** The columns of {@code runs.csv}. */
  public static List<String> runColumns(Study study) {
    List<String> columns = new ArrayList<>(BEFORE_FACTORS);
    columns.addAll(study.factors());
    columns.addAll(AFTER_FACTORS);
    study.measures().forEach(measure -> columns.add(measure.name()));
    return columns;
  }

  private static List<String> pointColumns(Study study) {
    List<String> columns = new ArrayList<>(List.of("point"));
    columns.addAll(study.factors());
    columns.addAll(List.of("runs", "errors", "converged"));
    for (Measure measure : study.measures()) {
      for (String what : List.of("mean", "sd", "low", "high")) {
        columns.add(measure.name() + "_" + what);
      }
    }
    return columns;
  }

  /** The columns of {@code rounds.csv}. */
  static List<String> roundColumns(List<String> series) {
    List<String> columns = new ArrayList<>(List.of("point", "replication", "round"));
    columns.addAll(series);
    return columns;
  }

  /** Writes the tables, each wholly or not at all; those that are there are replaced. */
  @Override
  public void writeTo(Path folder) throws IOException {
    List<String> tables = names(study);
    Function<String, Path> partial = table -> folder.resolve("." + table + ".partial");
    try {
      writeRuns(partial);
      for (String table : tables) {
        Files.move(
            partial.apply(table),
            folder.resolve(table),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (FileSystemException failure) {
      FileSystemException named =
          new FileSystemException(folder.resolve(RUNS).toString(), null, failure.getReason());
      named.initCause(failure);
      throw named;
    } finally {
      for (String table : tables) {
        Files.deleteIfExists(partial.apply(table));
      }
    }
  }

  private void writeRuns(Function<String, Path> file) throws IOException {
    WholeFile.write(
        file.apply(RUNS),
        runs ->
            WholeFile.write(
                file.apply(POINTS),
                points -> {
                  if (study.series().isEmpty()) {
                    write(runs, points, OutputStream.nullOutputStream());
                  } else {
                    WholeFile.write(file.apply(ROUNDS), rounds -> write(runs, points, rounds));
                  }
                }));
  }

  private void write(OutputStream runs, OutputStream points, OutputStream rounds)
      throws IOException {
    try (Csv runTable = new Csv(runs);
        Csv pointTable = new Csv(points);
        Csv roundTable = new Csv(rounds)) {
      runTable.write(runColumns(study));
      pointTable.write(pointColumns(study));
      roundTable.write(roundColumns(study.series()));
      for (Point point : study.points()) {
        PointSummary summary = new PointSummary(point);
        for (RunSpec spec : outcomes.runs(point)) {
          Outcome outcome = outcomes.outcome(spec);
          runTable.write(row(point, spec, outcome));
          writeRounds(roundTable, spec, outcome);
          summary.add(outcome);
        }
        pointTable.write(summary.row());
      }
    }
  }

  private List<String> row(Point point, RunSpec spec, Outcome outcome) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                Integer.toString(point.number()),
                Integer.toString(spec.replication()),
                Long.toString(spec.seed())));
    cells.addAll(point.levels());
    cells.add(outcome.status());
    cells.add(outcome.error());
    cells.addAll(outcomes.measures(outcome));
    return cells;
  }

  private static void writeRounds(Csv table, RunSpec spec, Outcome outcome) throws IOException {
    int round = 0;
    for (List<String> series : outcome.rounds()) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  Integer.toString(spec.point()),
                  Integer.toString(spec.replication()),
                  Integer.toString(++round)));
      cells.addAll(series);
      table.write(cells);
    }
  }

  /** What came of the runs of one point. */
  private final class PointSummary {
    private final Point point;
    private final List<Sample> samples;
    private int runs;
    private int errors;
    private int converged;

    PointSummary(Point point) {
      this.point = point;
      this.samples = Stream.generate(Sample::new).limit(study.measures().size()).toList();
    }

    void add(Outcome outcome) {
      runs++;
      errors += outcome.isError() ? 1 : 0;
      converged += Status.isRest(outcome.status()) ? 1 : 0;
      if (!outcome.isError()) {
        for (int k = 0; k < samples.size(); k++) {
          samples.get(k).add(Cells.measure(outcome, k));
        }
      }
    }

    List<String> row() {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(point.number())));
      cells.addAll(point.levels());
      cells.add(Integer.toString(runs));
      cells.add(Integer.toString(errors));
      cells.add(Cells.of((double) converged / (runs - errors)));
      for (Sample sample : samples) {
        cells.add(Cells.of(sample.mean()));
        cells.add(Cells.of(sample.deviation()));
        cells.add(Cells.of(sample.mean() - sample.halfWidth()));
        cells.add(Cells.of(sample.mean() + sample.halfWidth()));
      }
      return cells;
    }
  }
}
