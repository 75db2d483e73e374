package org.datamarket.study.design;

import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.random.RandomStreams;

/**
 * A way to spread points over the unit hypercube [0, 1)ᵏ, a coordinate for each factor. A factor
 * maps its coordinate to a value through its range or the quantiles of its distribution.
 *
 * <p>Each coordinate draws from a stream of its own, so a factor added at the end leaves the
 * coordinates of the others as they were.
 */
@FunctionalInterface
public interface UnitDesign {
  /**
   * The points of the design.
   *
   * @param count how many points, at least 1
   * @param dimensions coordinates of each, at least 1
   * @param streams where chance comes from, if the design needs any
   * @return {@code count} rows of {@code dimensions} numbers, each at least 0 and below 1
   * @throws IllegalArgumentException if there are too few points or dimensions, or more than the
   *     design can have
   */
  double[][] points(int count, int dimensions, RandomStreams streams);

  /**
   * A new generator at the start of a coordinate's stream: {@code design/1} for the first, {@code
   * design/2} for the second.
   *
   * @param column the coordinate, from 0
   */
  static RandomGenerator column(RandomStreams streams, int column) {
    return streams.stream("design/" + (column + 1));
  }
}
