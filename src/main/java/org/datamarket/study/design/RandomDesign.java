package org.datamarket.study.design;

import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.random.RandomStreams;

/**
 * Points drawn independently and uniformly. A design with more points starts with the points of the
 * smaller one.
 */
public record RandomDesign() implements UnitDesign {
  @Override
  public double[][] points(int count, int dimensions, RandomStreams streams) {
    Sizes.check(count, dimensions);
    double[][] points = new double[count][dimensions];
    for (int column = 0; column < dimensions; column++) {
      RandomGenerator random = UnitDesign.column(streams, column);
      for (double[] point : points) {
        point[column] = random.nextDouble();
      }
    }
    return points;
  }
}
