package org.datamarket.study.table;

import java.io.IOException;
import java.util.Optional;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;

/** The runs that have been made, by {@link RunSpec#key}. */
public interface FinishedRuns {
  /**
   * What came of a run.
   *
   * @param seconds how long it took [s]
   */
  record Timed(Outcome outcome, double seconds) {}

  /** Whether a run is there. */
  boolean has(String key);

  /** What came of a run and how long it took, if it is there. */
  Optional<Timed> timed(String key) throws IOException;

  /** What came of a run, if it is there. */
  default Optional<Outcome> outcome(String key) throws IOException {
    return timed(key).map(Timed::outcome);
  }
}
