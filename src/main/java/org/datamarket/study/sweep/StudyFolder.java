package org.datamarket.study.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.io.WholeFile;
import org.datamarket.model.population.Inputs;
import org.datamarket.output.folder.Content;
import org.datamarket.study.Cells;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Study;
import org.datamarket.study.StudyMeasures;
import org.datamarket.study.effects.SensitivityAnalysis;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.effects.SensitivityTable;
import org.datamarket.study.sweep.Journal.Entry;
import org.datamarket.study.table.RoundsTable;
import org.datamarket.study.table.RunsTable;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;
import org.datamarket.study.table.StudyRounds;
import org.datamarket.study.table.StudyTables;

/**
 * The folder of a study: the effective study and model, with the tables that they read; the
 * journal; the tables of results.
 */
public final class StudyFolder {
  /** The effective study. */
  public static final String STUDY = "study.yaml";

  /** The effective base model. */
  public static final String MODEL = "model.yaml";

  private final Path folder;
  private final Study study;

  private StudyFolder(Path folder, Study study) {
    this.folder = folder;
    this.study = study;
  }

  /** Reads the study in a folder. */
  @FunctionalInterface
  public interface StudyReader {
    /** Reads a study file. */
    Study read(Path file) throws UserMistake;
  }

  /**
   * The folder of a study, to be read.
   *
   * @throws UserMistake if it is none, or the study in it is broken
   */
  public static StudyFolder open(Path folder, StudyReader reader) throws UserMistake {
    check(folder);
    return new StudyFolder(folder, reader.read(folder.resolve(STUDY)));
  }

  /** Refuses what is not the folder of a study. */
  static void check(Path folder) throws UserMistake {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "is no folder" : "there is no such folder";
      throw new UserMistake(folder, what);
    }
    for (String file : List.of(STUDY, MODEL)) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new UserMistake(folder, "is not the folder of a study: it has no " + file);
      }
    }
  }

  /** Whether something is the folder of a study. */
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(STUDY)) && Files.isRegularFile(folder.resolve(MODEL));
  }

  /** What a folder has from the start: the effective study and model, and their tables. */
  public static Content contents(Study study) {
    return folder -> {
      WholeFile.write(folder.resolve(STUDY), study.effectiveYaml());
      WholeFile.write(folder.resolve(MODEL), study.model().effectiveYaml());
      for (Map.Entry<String, Path> table : tables(study).entrySet()) {
        Path copies = Files.createDirectories(folder.resolve(Inputs.FOLDER));
        Files.copy(
            table.getValue(), copies.resolve(table.getKey()), StandardCopyOption.REPLACE_EXISTING);
      }
    };
  }

  private static Map<String, Path> tables(Study study) throws IOException {
    try {
      return Fingerprint.tables(study);
    } catch (UserMistake mistake) {
      throw new IOException(mistake.getMessage(), mistake);
    }
  }

  /** The study. */
  public Study study() {
    return study;
  }

  /** The journal, to be read. */
  public Journal journal() throws IOException, UserMistake {
    return Journal.read(folder.resolve(Journal.FILE));
  }

  /**
   * All that came of the study, read from its table of runs; times from its journal, if that is
   * there.
   *
   * @throws UserMistake if the study is not finished, or the table or the journal is damaged
   */
  public StudyResult result() throws IOException, UserMistake {
    List<Row> rows = rows();
    Path file = folder.resolve(Journal.FILE);
    if (Files.isRegularFile(file)) {
      try (Journal journal = Journal.read(file)) {
        List<Row> timed = new ArrayList<>();
        for (Row row : rows) {
          timed.add(withSeconds(row, journal));
        }
        rows = timed;
      }
    }
    return StudyResult.of(study, rows);
  }

  /**
   * The rounds of the runs, read from their table, if the study keeps any series and it is there.
   *
   * @param rows those of {@code runs.csv}
   */
  public Optional<StudyRounds> rounds(List<Row> rows) {
    Path file = folder.resolve(StudyTables.ROUNDS);
    return study.series().isEmpty() || !Files.isRegularFile(file)
        ? Optional.empty()
        : Optional.of(
            new RoundsTable(
                file, study.series().stream().map(StudyMeasures::series).toList(), rows));
  }

  /**
   * What a sensitivity analysis has found, if the study is one's; measure by measure.
   *
   * @throws UserMistake if the table is damaged, or does not belong to the study
   */
  public List<SensitivityResult> sensitivity() throws IOException, UserMistake {
    Path file = folder.resolve(SensitivityAnalysis.FILE);
    return Files.isRegularFile(file) ? SensitivityTable.read(file, study) : List.of();
  }

  private Row withSeconds(Row row, Journal journal) throws IOException {
    Optional<Entry> entry = journal.find(spec(row).key());
    return new Row(
        row.number(),
        row.point(),
        row.replication(),
        row.seed(),
        row.levels(),
        row.status(),
        row.error(),
        row.values(),
        entry.map(Entry::seconds).orElse(Double.NaN));
  }

  /** The run of a row. */
  public RunSpec spec(Row row) {
    return study.run(study.points().get(row.point() - 1), row.replication());
  }

  /**
   * A run by what it is called: its row in {@code runs.csv}, such as {@code 17}, or its point and
   * replication, such as {@code 9/1}, which can be had before the study is finished.
   *
   * @return its row; with number 0, and an empty status, if it is called by its point and has not
   *     been made
   * @throws UserMistake if there is none of that name
   */
  public Row row(String name) throws IOException, UserMistake {
    int slash = name.indexOf('/');
    if (slash < 0) {
      if (!Files.isRegularFile(folder.resolve(StudyTables.RUNS))) {
        throw new UserMistake(
            withoutRuns() + "; expected POINT/REPLICATION instead of a row, such as 1/1");
      }
      List<Row> rows = rows();
      int number = among("row", name, rows.size());
      return rows.get(number - 1);
    }
    int point = among("point", name.substring(0, slash), study.points().size());
    int replication =
        among("replication", name.substring(slash + 1), study.replications().atMost());
    RunSpec spec = study.run(study.points().get(point - 1), replication);
    Optional<Outcome> outcome = Optional.empty();
    if (Files.isRegularFile(folder.resolve(Journal.FILE))) {
      try (Journal journal = journal()) {
        outcome = journal.find(spec.key()).map(Entry::outcome);
      }
    }
    return new Row(
        0,
        point,
        replication,
        spec.seed(),
        study.points().get(point - 1).levels(),
        outcome.map(Outcome::status).orElse(""),
        outcome.map(Outcome::error).orElse(""),
        outcome.map(made -> made.measures().stream().map(Cells::number).toList()).orElse(List.of()),
        Double.NaN);
  }

  private String withoutRuns() {
    return folder + ": has no " + StudyTables.RUNS + ": the study is not finished, or is a shard";
  }

  private static int among(String what, String text, int most) throws UserMistake {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // told below
    }
    throw new UserMistake(
        what
            + " "
            + Words.quoted(text)
            + ": is not there; expected "
            + (most == 0 ? "a study that has some" : "a number from 1 to " + most));
  }

  /**
   * The rows of {@code runs.csv}.
   *
   * @throws UserMistake if it is not there, or does not belong to the study
   */
  public List<Row> rows() throws IOException, UserMistake {
    Path file = folder.resolve(StudyTables.RUNS);
    if (!Files.isRegularFile(file)) {
      throw new UserMistake(withoutRuns());
    }
    return RunsTable.read(file, study);
  }
}
