package org.datamarket.study;

import java.util.List;

/**
 * One run of a study: all that an engine needs to know to carry it out.
 *
 * @param point the number of its point, from 1
 * @param replication from 1
 * @param seed of the run, any 64-bit number
 * @param settings every factor's level, in the order of the study's factors
 */
public record RunSpec(int point, int replication, long seed, List<Setting> settings) {
  /** Copies the list. */
  public RunSpec {
    settings = List.copyOf(settings);
  }

  /**
   * The key under which the journal keeps the run: the point's canonical text and the replication,
   * whatever their place in the plan.
   */
  public String key() {
    return new Point(point, settings).canonical(List.of()) + "#" + replication;
  }
}
