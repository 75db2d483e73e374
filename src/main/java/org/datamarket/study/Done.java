package org.datamarket.study;

import java.io.IOException;
import java.util.Optional;
import org.datamarket.study.Journal.Entry;

/** The runs that have been made, by {@link RunSpec#key}. */
interface Done {
  /** Whether a run is there. */
  boolean has(String key);

  /** A run, if it is there. */
  Optional<Entry> find(String key) throws IOException;
}
