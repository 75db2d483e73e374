package org.datamarket.study.sensitivity;

/**
 * Points of the unit hypercube [0, 1]ᵏ, a coordinate for each factor, at which a model is run to
 * learn how its output depends on the factors.
 */
public interface SensitivityDesign {
  /** How many coordinates each point has. */
  int factors();

  /** How many points there are, each a run. */
  int size();

  /**
   * One point.
   *
   * @param place in the design, from 0
   * @throws IndexOutOfBoundsException if there is no such point
   */
  double[] point(int place);

  /** All points, in order. */
  default double[][] points() {
    double[][] points = new double[size()][];
    for (int place = 0; place < points.length; place++) {
      points[place] = point(place);
    }
    return points;
  }
}
