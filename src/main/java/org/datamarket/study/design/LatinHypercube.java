package org.datamarket.study.design;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.util.MathArrays;
import org.datamarket.random.RandomStreams;

/**
 * A Latin hypercube sample (McKay, Beckman &amp; Conover 1979): of n points, each coordinate has
 * exactly one in each of the n strata [s/n, (s+1)/n), at a uniformly random place within it; the
 * strata of different coordinates are paired at random.
 *
 * <p>The strata depend on the number of points, so a larger design has other points than a smaller
 * one.
 */
public record LatinHypercube() implements UnitDesign {
  @Override
  public double[][] points(int count, int dimensions, RandomStreams streams) {
    Sizes.check(count, dimensions);
    double[][] points = new double[count][dimensions];
    for (int column = 0; column < dimensions; column++) {
      RandomGenerator random = UnitDesign.column(streams, column);
      int[] strata = MathArrays.natural(count);
      MathArrays.shuffle(strata, random);
      for (int row = 0; row < count; row++) {
        points[row][column] = within(strata[row], count, random.nextDouble());
      }
    }
    return points;
  }

  /** A place in a stratum; rounding never takes it to the next one. */
  private static double within(int stratum, int count, double share) {
    double end = (stratum + 1) / (double) count;
    return Math.min((stratum + share) / count, Math.nextDown(end));
  }
}
