package org.datamarket.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.io.WholeFile;
import org.datamarket.study.Measure;
import org.datamarket.study.Outcome;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;
import org.datamarket.study.table.StudyRounds;

/** The report on a study: what was run, what came out, and which runs are worth a second look. */
public final class StudyReport {
  /** The name of the file in the study's folder. */
  public static final String FILE = Page.FILE;

  /** More numbers than this would make the page too large to send about. */
  private static final int MOST_VALUES = 120_000;

  /** The same beside the means of series, all that is told of a run counted. */
  private static final int MOST_BESIDE_ROUNDS = 30_000;

  /** Numbers told of a run besides its levels and measures. */
  private static final int NUMBERS_BESIDE = 5;

  /** Up to this many numbers all digits are kept. */
  private static final int FEW_VALUES = 20_000;

  private static final int DIGITS = 7;
  private static final List<String> SCRIPTS =
      List.of(
          "study.js",
          "study-sensitivity.js",
          "study-effects.js",
          "study-heatmap.js",
          "study-distributions.js",
          "study-paired.js",
          "study-rounds.js",
          "study-tables.js");

  private final StudyResult study;
  private final String folder;
  private final FactorLevels levels;

  /** The means of the series; null if there are none. */
  private final RoundMeans.Means rounds;

  private final List<SensitivityResult> sensitivity;

  private StudyReport(
      StudyResult study,
      String folder,
      FactorLevels levels,
      RoundMeans.Means rounds,
      List<SensitivityResult> sensitivity) {
    this.study = study;
    this.folder = folder;
    this.levels = levels;
    this.rounds = rounds;
    this.sensitivity = List.copyOf(sensitivity);
  }

  private record Data(
      String kind,
      String program,
      String folder,
      String name,
      String description,
      String model,
      String seed,
      List<String> commonRandomNumbers,
      List<FactorLevels.Factor> factors,
      List<Measured> measures,
      boolean chosen,
      Totals totals,
      int stride,
      int digits,
      Runs rows,
      RoundMeans.Means rounds,
      Sensitivity sensitivity,
      OddRuns.Lists odd) {}

  /** A measure. */
  private record Measured(String name, String unit, String meaning) {
    static Measured of(Measure measure) {
      return new Measured(measure.name(), measure.unit(), measure.meaning());
    }
  }

  private record Totals(int runs, long points, long errors, long converged, Number seconds) {}

  /**
   * The runs that are shown, in columns.
   *
   * @param status the number of each in statuses
   * @param levels of each factor the numbers of the levels
   * @param values of each measure the values
   */
  private record Runs(
      int count,
      List<Integer> number,
      List<Integer> point,
      List<Integer> replication,
      List<String> statuses,
      List<Integer> status,
      List<List<Integer>> levels,
      List<Object> values,
      Object seconds) {}

  /** What a sensitivity analysis has found, by measure. */
  private record Sensitivity(String method, String group, List<Result> results) {}

  /**
   * What it has found for a measure.
   *
   * @param columns by the name of each of the method's numbers, a value for each factor
   */
  private record Result(
      String name,
      String unit,
      String meaning,
      int used,
      int dropped,
      List<String> factors,
      @JsonAnyGetter Map<String, List<Number>> columns) {}

  /**
   * The report on a study.
   *
   * @param folder where the study is, as the commands that replay its runs name it
   */
  public static StudyReport of(StudyResult study, String folder) {
    return new StudyReport(study, folder, FactorLevels.of(study), null, List.of());
  }

  /**
   * This report with the series that the study keeps.
   *
   * @throws UserMistake if their table is damaged
   */
  public StudyReport withRounds(StudyRounds table) throws IOException, UserMistake {
    return new StudyReport(study, folder, levels, RoundMeans.of(study, table, levels), sensitivity);
  }

  /** This report with what a sensitivity analysis has found; nothing if the study is none. */
  public StudyReport withSensitivity(List<SensitivityResult> results) {
    return new StudyReport(study, folder, levels, rounds, results);
  }

  /**
   * Writes {@link #FILE} into a folder, or replaces it.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path target) throws IOException {
    WholeFile.write(target.resolve(FILE), html());
  }

  /** The page. */
  public String html() {
    String what = sensitivity.isEmpty() ? "a study" : "a sensitivity analysis";
    return Page.html(study.name() + " – " + what, SCRIPTS, data());
  }

  private Data data() {
    int stride = stride();
    List<Row> shown = new ArrayList<>();
    for (int k = 0; k < study.rows().size(); k += stride) {
      shown.add(study.rows().get(k));
    }
    return new Data(
        "study",
        Page.program(),
        ShellWord.quoted(folder),
        study.name(),
        study.description(),
        study.model(),
        Long.toString(study.seed()),
        study.commonRandomNumbers(),
        levels.shown(),
        study.measures().stream().map(Measured::of).toList(),
        !Measure.areUsual(study.measures()),
        totals(),
        stride,
        digits(shown.size()),
        runs(shown),
        rounds,
        sensitivity(),
        OddRuns.of(study));
  }

  /** Every n-th run is shown: 1 unless there are too many for a page. */
  private int stride() {
    int measures = Math.max(1, study.measures().size());
    return rounds == null
        ? stride(measures, MOST_VALUES)
        : stride(measures + study.factors().size() + NUMBERS_BESIDE, MOST_BESIDE_ROUNDS);
  }

  private int stride(int numbersOfRun, int most) {
    return (int) Math.max(1, ((long) study.rows().size() * numbersOfRun + most - 1) / most);
  }

  private int digits(int shown) {
    return shown * study.measures().size() <= FEW_VALUES ? Values.ALL_DIGITS : DIGITS;
  }

  /** The method, and its numbers by measure; null if there are no results. */
  private Sensitivity sensitivity() {
    if (sensitivity.isEmpty()) {
      return null;
    }
    SensitivityMethod method = sensitivity.get(0).method();
    return new Sensitivity(
        method.key(), method.group(), sensitivity.stream().map(StudyReport::result).toList());
  }

  private static Result result(SensitivityResult result) {
    List<String> names = result.method().columns();
    Map<String, List<Number>> columns = new LinkedHashMap<>();
    for (int k = 0; k < names.size(); k++) {
      int place = k;
      columns.put(
          names.get(k),
          result.factors().stream()
              .map(factor -> Values.of(factor.values().get(place), Values.ALL_DIGITS))
              .toList());
    }
    Measure measure = result.measure();
    return new Result(
        measure.name(),
        measure.unit(),
        measure.meaning(),
        result.used(),
        result.dropped(),
        result.factors().stream().map(FactorSensitivity::factor).toList(),
        columns);
  }

  private Totals totals() {
    List<Row> rows = study.rows();
    long errors = rows.stream().filter(row -> row.status().equals(Outcome.ERROR)).count();
    long converged = rows.stream().filter(row -> Status.isRest(row.status())).count();
    double seconds =
        rows.stream().mapToDouble(Row::seconds).filter(one -> !Double.isNaN(one)).sum();
    return new Totals(
        rows.size(),
        rows.stream().mapToInt(Row::point).distinct().count(),
        errors,
        converged,
        Values.of(seconds, DIGITS));
  }

  private Runs runs(List<Row> shown) {
    int digits = digits(shown.size());
    List<String> statuses = shown.stream().map(Row::status).distinct().sorted().toList();
    List<Object> values = new ArrayList<>();
    for (int m = 0; m < study.measures().size(); m++) {
      int measure = m;
      values.add(
          Values.column(shown.stream().map(row -> row.values().get(measure)).toList(), digits));
    }
    return new Runs(
        shown.size(),
        shown.stream().map(Row::number).toList(),
        shown.stream().map(Row::point).toList(),
        shown.stream().map(Row::replication).toList(),
        statuses,
        shown.stream().map(row -> statuses.indexOf(row.status())).toList(),
        levels.columns(shown),
        values,
        Values.column(shown.stream().map(Row::seconds).toList(), 4));
  }
}
