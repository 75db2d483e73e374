package org.datamarket.study;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often each point of a study is run: a fixed number of times, or until the confidence interval
 * of a measure is narrow enough.
 *
 * @param atLeast from 1
 * @param atMost at least {@code atLeast}; the same when the number is fixed
 * @param measure whose interval decides; empty when the number is fixed
 * @param within half the width that the 95 % confidence interval may have, as a share of the
 *     absolute value of the mean
 */
public record Replications(int atLeast, int atMost, Optional<String> measure, double within) {
  /** A fixed number of replications. */
  public static Replications fixed(int number) {
    return new Replications(number, number, Optional.empty(), 0);
  }

  /** Replications until a measure is known well enough. */
  public static Replications until(int atLeast, int atMost, String measure, double within) {
    return new Replications(atLeast, atMost, Optional.of(measure), within);
  }

  /** Whether the number depends on what comes out. */
  public boolean isAdaptive() {
    return measure.isPresent() && atLeast < atMost;
  }

  /**
   * How many replications a point gets, decided from the first ones in their order: the smallest
   * number from {@code atLeast} at which the interval is narrow enough, or {@code atMost}.
   *
   * @param values of the measure, of replications 1, 2, …; NaN where a run has none, which is left
   *     out of the interval
   * @return nothing if it takes more values to decide
   */
  public OptionalInt decide(double[] values) {
    if (!isAdaptive()) {
      return OptionalInt.of(atLeast);
    }
    Sample sample = new Sample();
    for (int n = 1; n <= Math.min(values.length, atMost); n++) {
      sample.add(values[n - 1]);
      if (n == atMost || (n >= atLeast && isNarrow(sample))) {
        return OptionalInt.of(n);
      }
    }
    return OptionalInt.empty();
  }

  private boolean isNarrow(Sample sample) {
    return sample.halfWidth() <= within * Math.abs(sample.mean());
  }

  /**
   * How many replications to make in all before {@link #decide} is asked again: somewhat fewer than
   * it will probably take, for each that turns out not to be needed is wasted.
   *
   * @param values those made so far, which did not decide
   */
  public int next(double[] values) {
    int made = values.length;
    if (made < atLeast) {
      return atLeast;
    }
    Sample sample = new Sample();
    for (double value : values) {
      sample.add(value);
    }
    double excess = sample.halfWidth() / (within * Math.abs(sample.mean()));
    double guess = made * excess * excess;
    double more = Math.min(made, (guess - made) / 2);
    return (int) Math.min(atMost, made + (more > 1 ? more : 1)); // NaN: one more
  }
}
