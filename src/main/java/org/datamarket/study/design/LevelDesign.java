package org.datamarket.study.design;

/**
 * A choice of combinations of the factors' levels. Combinations are made when asked for, so that a
 * design may be larger than memory.
 */
public interface LevelDesign {
  /** How many points the design has. */
  long size();

  /**
   * One point: for each factor, in order, the place of its level among the factor's levels, from 0.
   *
   * @param place of the point in the design, from 0
   * @throws IndexOutOfBoundsException if there is no such point
   */
  int[] point(long place);
}
