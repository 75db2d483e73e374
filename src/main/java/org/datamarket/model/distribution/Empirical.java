package org.datamarket.model.distribution;

import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * One of a list of values, each equally likely; a value that stands twice is twice as likely.
 *
 * @param values at least one
 */
public record Empirical(List<Double> values) implements Supported {
  /** Copies the list. */
  public Empirical {
    values = List.copyOf(values);
  }

  @Override
  public double sample(RandomGenerator random) {
    return values.get((int) (Uniforms.open(random) * values.size()));
  }

  @Override
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  @Override
  public Support support() {
    return new Support(Collections.min(values), true, Collections.max(values));
  }
}
