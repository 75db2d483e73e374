package org.datamarket.study.sweep;

import java.util.Optional;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine.EngineException;

/**
 * Makes engines of one kind. Providers are found by {@link java.util.ServiceLoader}, so that a
 * build can have engines of which the rest of the program knows nothing.
 */
public interface EngineProvider {
  /** What the engine is called on the command line, in lower case. */
  String name();

  /**
   * Refuses, quickly and without starting anything, what cannot work.
   *
   * @param master the address of the cluster, if one is given
   * @throws EngineException if something is missing, in one line
   */
  void check(Optional<String> master) throws EngineException;

  /**
   * Starts an engine for the runs of a study.
   *
   * @param master the address of the cluster, if one is given
   * @throws EngineException if it does not start, in one line
   */
  Engine start(Study study, Optional<String> master) throws EngineException;
}
