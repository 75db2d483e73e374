package org.datamarket.study.table;

import java.io.IOException;
import java.util.Optional;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;

/** The runs that have been made, by {@link RunSpec#key}. */
public interface FinishedRuns {
  /** Whether a run is there. */
  boolean has(String key);

  /** What came of a run, if it is there. */
  Optional<Outcome> outcome(String key) throws IOException;
}
