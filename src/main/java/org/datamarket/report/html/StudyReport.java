package org.datamarket.report.html;

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
  private final Levels levels;

  /** The means of the series, as the page has them; null if there are none. */
  private Map<String, Object> rounds;

  private List<SensitivityResult> sensitivity = List.of();

  private StudyReport(StudyResult study, String folder) {
    this.study = study;
    this.folder = folder;
    this.levels = Levels.of(study);
  }

  /**
   * The report on a study.
   *
   * @param folder where the study is, as the commands that replay its runs name it
   */
  public static StudyReport of(StudyResult study, String folder) {
    return new StudyReport(study, folder);
  }

  /**
   * Adds the series that the study keeps.
   *
   * @throws UserMistake if their table is damaged
   */
  public StudyReport withRounds(StudyRounds table) throws IOException, UserMistake {
    rounds = RoundMeans.of(study, table, levels);
    return this;
  }

  /** Adds what a sensitivity analysis has found; nothing if the study is none. */
  public StudyReport withSensitivity(List<SensitivityResult> results) {
    sensitivity = List.copyOf(results);
    return this;
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

  private Map<String, Object> data() {
    int stride = stride();
    List<Row> shown = new ArrayList<>();
    for (int k = 0; k < study.rows().size(); k += stride) {
      shown.add(study.rows().get(k));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", "study");
    data.put("program", Page.program());
    data.put("folder", ShellWord.quoted(folder));
    data.put("name", study.name());
    data.put("description", study.description());
    data.put("model", study.model());
    data.put("seed", Long.toString(study.seed()));
    data.put("commonRandomNumbers", study.commonRandomNumbers());
    data.put("factors", levels.toJson());
    data.put("measures", study.measures().stream().map(StudyReport::measure).toList());
    data.put("chosen", !Measure.areUsual(study.measures()));
    data.put("totals", totals());
    data.put("stride", stride);
    data.put("digits", digits(shown.size()));
    data.put("rows", rows(shown));
    data.put("rounds", rounds);
    data.put("sensitivity", sensitivity());
    data.put("odd", OddRuns.of(study));
    return data;
  }

  /** Every how manieth run is shown: 1 unless there are too many for a page. */
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

  private static Map<String, Object> measure(Measure measure) {
    return Map.of(
        "name", measure.name(), "unit", measure.unit(), "meaning", measure.meaning());
  }

  /** The method, and a column for each of its numbers by measure; null if there are no results. */
  private Map<String, Object> sensitivity() {
    if (sensitivity.isEmpty()) {
      return null;
    }
    SensitivityMethod method = sensitivity.get(0).method();
    List<Map<String, Object>> results = new ArrayList<>();
    for (SensitivityResult result : sensitivity) {
      Map<String, Object> one = new LinkedHashMap<>(measure(result.measure()));
      one.put("used", result.used());
      one.put("dropped", result.dropped());
      one.put("factors", result.factors().stream().map(FactorSensitivity::factor).toList());
      for (int k = 0; k < method.columns().size(); k++) {
        int place = k;
        one.put(
            method.columns().get(k),
            result.factors().stream()
                .map(factor -> Values.of(factor.values().get(place), Values.ALL_DIGITS))
                .toList());
      }
      results.add(one);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("method", method.key());
    all.put("group", method.group());
    all.put("results", results);
    return all;
  }

  private Map<String, Object> totals() {
    List<Row> rows = study.rows();
    long errors = rows.stream().filter(row -> row.status().equals(Outcome.ERROR)).count();
    long converged =
        rows.stream().filter(row -> row.status().equals(Status.CONVERGED.key())).count();
    double seconds =
        rows.stream().mapToDouble(Row::seconds).filter(one -> !Double.isNaN(one)).sum();
    Map<String, Object> totals = new LinkedHashMap<>();
    totals.put("runs", rows.size());
    totals.put("points", rows.stream().mapToInt(Row::point).distinct().count());
    totals.put("errors", errors);
    totals.put("converged", converged);
    totals.put("seconds", Values.of(seconds, DIGITS));
    return totals;
  }

  private Map<String, Object> rows(List<Row> shown) {
    int digits = digits(shown.size());
    List<String> statuses = shown.stream().map(Row::status).distinct().sorted().toList();
    List<Object> values = new ArrayList<>();
    for (int m = 0; m < study.measures().size(); m++) {
      int measure = m;
      values.add(
          Values.column(shown.stream().map(row -> row.values().get(measure)).toList(), digits));
    }
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("count", shown.size());
    rows.put("number", shown.stream().map(Row::number).toList());
    rows.put("point", shown.stream().map(Row::point).toList());
    rows.put("replication", shown.stream().map(Row::replication).toList());
    rows.put("statuses", statuses);
    rows.put("status", shown.stream().map(row -> statuses.indexOf(row.status())).toList());
    rows.put("levels", levels.columns(shown));
    rows.put("values", values);
    rows.put("seconds", Values.column(shown.stream().map(Row::seconds).toList(), 4));
    return rows;
  }
}
