package org.datamarket.study;

/**
 * Carries out single runs: a pure function of the study and the run, on every machine the same. A
 * mistake in a point or a failure of the model is an outcome, not an exception. Used by many
 * threads at once.
 */
@FunctionalInterface
public interface Runner {
  /** Plays one run to its end. */
  Outcome run(RunSpec spec);
}
