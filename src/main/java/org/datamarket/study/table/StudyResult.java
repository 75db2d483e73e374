package org.datamarket.study.table;

import java.util.List;
import org.datamarket.study.Measure;
import org.datamarket.study.Study;

/**
 * All that came of a study, as its tables have it.
 *
 * @param name the study's name
 * @param description what it asks
 * @param model the base model's name
 * @param seed the study's seed
 * @param factors their names, in order
 * @param commonRandomNumbers the factors across which the same seeds are used
 * @param measures in order
 * @param rows one per run, in the order of the plan
 */
public record StudyResult(
    String name,
    String description,
    String model,
    long seed,
    List<String> factors,
    List<String> commonRandomNumbers,
    List<Measure> measures,
    List<Row> rows) {
  /** Copies the lists. */
  public StudyResult {
    factors = List.copyOf(factors);
    commonRandomNumbers = List.copyOf(commonRandomNumbers);
    measures = List.copyOf(measures);
    rows = List.copyOf(rows);
  }

  /**
   * What came of a study.
   *
   * @param rows one per run, in the order of the plan
   */
  public static StudyResult of(Study study, List<Row> rows) {
    return new StudyResult(
        study.name(),
        study.description(),
        study.model().name(),
        study.seed(),
        study.factors(),
        study.commonRandomNumbers(),
        study.measures(),
        rows);
  }

  /**
   * One run.
   *
   * @param number its row in {@code runs.csv}, from 1 for the first after the header
   * @param levels of the factors, in order
   * @param values of the measures, in order; NaN where there is none
   * @param seconds how long it took; NaN if not known
   */
  public record Row(
      int number,
      int point,
      int replication,
      long seed,
      List<String> levels,
      String status,
      String error,
      List<Double> values,
      double seconds) {
    /** Copies the lists. */
    public Row {
      levels = List.copyOf(levels);
      values = List.copyOf(values);
    }
  }
}
