package org.datamarket.report.html;

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

  /** Four lists of runs, as JSON has them. */
  static Map<String, Object> of(StudyResult study) {
    OddRuns odd = new OddRuns(study);
    Map<String, Object> lists = new LinkedHashMap<>();
    lists.put("fewest", FEWEST);
    lists.put("score", STRANGE);
    lists.put("slowest", odd.slowest());
    lists.put("strangest", odd.strangest());
    lists.put("unsettled", odd.unsettled());
    lists.put("errors", odd.errors());
    return lists;
  }

  private List<Map<String, Object>> slowest() {
    return study.rows().stream()
        .filter(row -> !Double.isNaN(row.seconds()))
        .sorted(Comparator.comparingDouble(Row::seconds).reversed())
        .limit(MOST)
        .map(row -> shown(row, ""))
        .toList();
  }

  /** A run, how far it lies from the others of its point, and in which measure. */
  private record Strange(Row row, double score, String why) {}

  private List<Map<String, Object>> strangest() {
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
          point.stream().mapToDouble(row -> row.values().get(measure)).filter(Double::isFinite).toArray();
      if (values.length < FEWEST) {
        continue;
      }
      double median = median(values);
      double deviation = median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
      if (!(deviation > 0)) {
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

  private String why(int measure, double value, double median, double score) {
    return String.format(
        "%s is %s, the median of the point %s: robust z = %s",
        study.measures().get(measure).name(),
        Figures.of(value),
        Figures.of(median),
        Figures.of(score));
  }

  private List<Map<String, Object>> unsettled() {
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

  private List<Map<String, Object>> errors() {
    return study.rows().stream()
        .filter(OddRuns::isError)
        .limit(MOST_ERRORS)
        .map(row -> shown(row, row.error()))
        .toList();
  }

  private static Map<String, Object> shown(Row row, String why) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("row", row.number());
    shown.put("point", row.point());
    shown.put("replication", row.replication());
    shown.put("seed", Long.toString(row.seed()));
    shown.put("levels", row.levels());
    shown.put("status", row.status());
    shown.put("seconds", Values.of(row.seconds(), 4));
    shown.put("why", why);
    return shown;
  }

  private Map<Integer, List<Row>> points() {
    return study.rows().stream()
        .collect(Collectors.groupingBy(Row::point, TreeMap::new, Collectors.toList()));
  }

  private static boolean isError(Row row) {
    return row.status().equals(Outcome.ERROR);
  }

  private static boolean isConverged(Row row) {
    return row.status().equals(Status.CONVERGED.key());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Quantiles.of(sorted, 0.5);
  }
}
