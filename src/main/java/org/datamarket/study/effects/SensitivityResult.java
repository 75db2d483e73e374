package org.datamarket.study.effects;

import java.util.Comparator;
import java.util.List;
import org.datamarket.study.Measure;

/**
 * How much a measure depends on each factor.
 *
 * @param factors in the order of the study
 * @param used how many trajectories or blocks it rests on
 * @param dropped how many were left out, for one of their points has no value of the measure
 */
public record SensitivityResult(
    Measure measure,
    SensitivityMethod method,
    List<FactorSensitivity> factors,
    int used,
    int dropped) {
  /** Copies the list. */
  public SensitivityResult {
    factors = List.copyOf(factors);
  }

  /**
   * One factor.
   *
   * @param values a number for each of the method's columns; NaN where there is none
   */
  public record FactorSensitivity(String factor, List<Double> values) {
    /** Copies the list. */
    public FactorSensitivity {
      values = List.copyOf(values);
    }
  }

  /** The factors, the one that matters most first; those without a number last. */
  public List<FactorSensitivity> ranked() {
    return factors.stream()
        .sorted(
            Comparator.comparingDouble(
                factor -> {
                  double main = factor.values().get(method.main());
                  return Double.isNaN(main) ? Double.POSITIVE_INFINITY : -main;
                }))
        .toList();
  }

  /** Whether there is nothing to be said of any factor. */
  public boolean isEmpty() {
    return factors.stream().allMatch(factor -> Double.isNaN(factor.values().get(method.main())));
  }
}
