package org.datamarket.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.datamarket.analysis.Status;
import org.datamarket.io.Quantiles;
import org.datamarket.output.Figures;
import org.datamarket.study.Outcome;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;

/**
 * The runs of a study that are worth a second look: the slowest; those that lie far from the other
 * runs of their point; those that did not converge where others of the point did; those that
 * failed.
 */
final class OddRuns {
  private static final int MOST = 12;
  private static final int MOST_ERRORS = 40;

  /** With fewer runs than this at a point nobody can say which of them is strange. */
  private static final int FEWEST = 5;

  /** A robust z-score from which on a run is called strange (Iglewicz and Hoaglin). */
  private static final double STRANGE = 3.5;

  /** The median absolute deviation of normal data is this share of their standard deviation. */
  private static final double NORMAL_DEVIATION = 0.6744897501960817;

  private final StudyResult study;

  private OddRuns(StudyResult study) {
    this.study = study;
  }

  /**
   * Four lists of runs, as the page has them.
   *
   * @param fewest runs of a point among which one may be called strange
   * @param score from which on it is
   */
  record Lists(
      int fewest,
      double score,
      List<OddRun> slowest,
      List<OddRun> strangest,
      List<OddRun> unsettled,
      List<OddRun> errors) {}

  /**
   * A run, as the page has it.
   *
   * @param seed as a text, for it may have more digits than numbers in a browser
   */
  record OddRun(
      int row,
      int point,
      int replication,
      String seed,
      List<String> levels,
      String status,
      Number seconds,
      String why) {}

  /** The lists of a study. */
  static Lists of(StudyResult study) {
    OddRuns odd = new OddRuns(study);
    return new Lists(
        FEWEST, STRANGE, odd.slowest(), odd.strangest(), odd.unsettled(), odd.errors());
  }

  private List<OddRun> slowest() {
    return study.rows().stream()
        .filter(row -> !Double.isNaN(row.seconds()))
        .sorted(Comparator.comparingDouble(Row::seconds).reversed())
        .limit(MOST)
        .map(row -> shown(row, ""))
        .toList();
  }

  /** A run, how far it lies from the others of its point, and in which measure. */
  private record Strange(Row row, double score, String why) {}

  private List<OddRun> strangest() {
    List<Strange> all = new ArrayList<>();
    for (List<Row> point : points().values()) {
      List<Row> done = point.stream().filter(row -> !isError(row)).toList();
      if (done.size() >= FEWEST) {
        all.addAll(strangeOf(done));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingDouble(Strange::score).reversed())
        .limit(MOST)
        .map(strange -> shown(strange.row, strange.why))
        .toList();
  }

  private List<Strange> strangeOf(List<Row> point) {
    Map<Row, Strange> strangest = new LinkedHashMap<>();
    for (int m = 0; m < study.measures().size(); m++) {
      int measure = m;
      double[] values =
          point.stream()
              .mapToDouble(row -> row.values().get(measure))
              .filter(Double::isFinite)
              .toArray();
      if (values.length < FEWEST) {
        continue;
      }
      double median = median(values);
      double deviation = median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
      if (isRounding(deviation, median)) {
        continue;
      }
      for (Row row : point) {
        double value = row.values().get(m);
        double score = NORMAL_DEVIATION * Math.abs(value - median) / deviation;
        if (score >= STRANGE && (!strangest.containsKey(row) || strangest.get(row).score < score)) {
          strangest.put(row, new Strange(row, score, why(m, value, median, score)));
        }
      }
    }
    return List.copyOf(strangest.values());
  }

  /** Whether half of the runs differ from the median by rounding only: then nothing is a scale. */
  private static boolean isRounding(double deviation, double median) {
    return Figures.isNothing(deviation) || Figures.isNothing(deviation / median);
  }

  private String why(int measure, double value, double median, double score) {
    return String.format(
        "%s is %s, the median of the point %s: robust z = %s",
        study.measures().get(measure).name(),
        Figures.of(value),
        Figures.of(median),
        Figures.of(score));
  }

  private List<OddRun> unsettled() {
    record Unsettled(Row row, double others, String why) {}
    List<Unsettled> all = new ArrayList<>();
    for (List<Row> point : points().values()) {
      List<Row> done = point.stream().filter(row -> !isError(row)).toList();
      long converged = done.stream().filter(OddRuns::isConverged).count();
      String why = converged + " of the " + done.size() + " runs of its point converged";
      for (Row row : done) {
        if (!isConverged(row)) {
          all.add(new Unsettled(row, (double) converged / done.size(), why));
        }
      }
    }
    return all.stream()
        .sorted(Comparator.comparingDouble(Unsettled::others).reversed())
        .limit(MOST)
        .map(run -> shown(run.row, run.why))
        .toList();
  }

  private List<OddRun> errors() {
    return study.rows().stream()
        .filter(OddRuns::isError)
        .limit(MOST_ERRORS)
        .map(row -> shown(row, row.error()))
        .toList();
  }

  private static OddRun shown(Row row, String why) {
    return new OddRun(
        row.number(),
        row.point(),
        row.replication(),
        Long.toString(row.seed()),
        row.levels(),
        row.status(),
        Values.of(row.seconds(), 4),
        why);
  }

  private Map<Integer, List<Row>> points() {
    return study.rows().stream()
        .collect(Collectors.groupingBy(Row::point, TreeMap::new, Collectors.toList()));
  }

  private static boolean isError(Row row) {
    return row.status().equals(Outcome.ERROR);
  }

  private static boolean isConverged(Row row) {
    return Status.isRest(row.status());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Quantiles.of(sorted, 0.5);
  }
}
