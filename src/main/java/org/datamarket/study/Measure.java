package org.datamarket.study;

import java.util.List;

/**
 * A number that a study keeps of each run.
 *
 * @param name its key in {@code summary.json}, or that of a claim
 * @param unit its unit; "1" for a pure number, empty for a count
 * @param meaning what it is, a sentence without a full stop
 */
public record Measure(String name, String unit, String meaning) {
  /** Whether these are what a study keeps that does not name any. */
  public static boolean areUsual(List<Measure> measures) {
    return measures.stream().map(Measure::name).toList().equals(StudyMeasures.usual());
  }
}
