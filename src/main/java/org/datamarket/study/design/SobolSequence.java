package org.datamarket.study.design;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.datamarket.random.RandomStreams;

/**
 * The first points of the Sobol' sequence (Sobol' 1967) in Gray-code order with the direction
 * numbers of Joe &amp; Kuo (2008, new-joe-kuo-6), neither scrambled nor shifted: the same points
 * whatever the seed. A design with more points starts with the points of the smaller one.
 *
 * <p>The sequence's point of number 0, the origin, is left out: there every factor is at its least
 * value at once, and a distribution without a least value has none. So the first point is the
 * centre. Together with the origin, the first 2ᵐ − 1 points have exactly one in each of the 2ᵐ
 * strata of each coordinate; 2ᵐ − 1 points are therefore the best-balanced numbers, and 2ᵐ come
 * next to them.
 */
public record SobolSequence() implements UnitDesign {
  /** As many coordinates as there are direction numbers for. */
  public static final int MOST_DIMENSIONS = 1000;

  @Override
  public double[][] points(int count, int dimensions, RandomStreams streams) {
    Sizes.check(count, dimensions);
    if (dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "a Sobol sequence has at most " + MOST_DIMENSIONS + " dimensions, not " + dimensions);
    }
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
    sequence.nextVector();
    double[][] points = new double[count][];
    for (int row = 0; row < count; row++) {
      points[row] = sequence.nextVector();
    }
    return points;
  }
}
