package org.datamarket.study.spark;

import java.util.List;
import org.apache.spark.api.java.JavaFutureAction;
import org.datamarket.study.RunSpec;

/**
 * Runs that were given to Spark together, as the tasks of one job.
 *
 * @param replies a line for each of them, once all have ended
 * @param begun {@link System#nanoTime} when they were given to it
 */
record Wave(List<RunSpec> runs, JavaFutureAction<List<String>> replies, long begun) {
  /** How long ago that was. */
  double seconds() {
    return (System.nanoTime() - begun) * 1e-9;
  }
}
