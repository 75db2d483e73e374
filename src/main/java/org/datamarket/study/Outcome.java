package org.datamarket.study;

import java.util.List;
import org.datamarket.document.Words;

/**
 * What came of one run: a row of the tables, without anything that depends on the machine or the
 * time.
 *
 * @param status how the run ended, as in {@code summary.json}, or {@code error}
 * @param error what went wrong, in one line; empty unless the status is {@code error}
 * @param measures a cell for each of the study's measures, in order: numbers in shortest round-trip
 *     form, empty where a number does not exist
 * @param rounds a line for each round with a cell for each of the study's series; empty unless the
 *     study asks for series
 */
public record Outcome(
    String status, String error, List<String> measures, List<List<String>> rounds) {
  /** The status of a run that failed. */
  public static final String ERROR = "error";

  /** Copies the lists. */
  public Outcome {
    measures = List.copyOf(measures);
    rounds = rounds.stream().map(List::copyOf).toList();
  }

  /** The outcome of a run that threw something, the same on every engine. */
  public static Outcome failed(Throwable failure) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return failed(Words.oneLine(failure.getClass().getSimpleName() + message));
  }

  /** The outcome of a run that failed, for a reason in one line. */
  public static Outcome failed(String reason) {
    return new Outcome(ERROR, reason, List.of(), List.of());
  }

  /** Whether the run failed. */
  public boolean isError() {
    return status.equals(ERROR);
  }
}
