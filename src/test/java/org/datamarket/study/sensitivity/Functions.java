package org.datamarket.study.sensitivity;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Functions on the unit hypercube whose sensitivities are known. */
final class Functions {
  private Functions() {}

  static double[] outputs(SensitivityDesign design, ToDoubleFunction<double[]> function) {
    return Arrays.stream(design.points()).mapToDouble(function).toArray();
  }

  /** Σ cᵢ xᵢ. */
  static ToDoubleFunction<double[]> linear(double constant, double... coefficients) {
    return x -> {
      double sum = constant;
      for (int i = 0; i < coefficients.length; i++) {
        sum += coefficients[i] * x[i];
      }
      return sum;
    };
  }

  /** Ishigami &amp; Homma 1990 with a = 7, b = 0.1, each coordinate stretched to [−π, π). */
  static double ishigami(double[] x) {
    double first = StrictMath.sin(angle(x[0]));
    double second = StrictMath.sin(angle(x[1]));
    double third = angle(x[2]);
    return first + 7 * second * second + 0.1 * third * third * third * third * first;
  }

  private static double angle(double x) {
    return StrictMath.PI * (2 * x - 1);
  }

  /** The g-function of Sobol' (Saltelli &amp; Sobol' 1995): Π (|4xᵢ − 2| + aᵢ) / (1 + aᵢ). */
  static ToDoubleFunction<double[]> g(double... a) {
    return x -> {
      double product = 1;
      for (int i = 0; i < a.length; i++) {
        product *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
      }
      return product;
    };
  }
}
