package org.datamarket.model.distribution;

import java.io.Serializable;
import org.apache.commons.math3.random.RandomGenerator;

/** A distribution of a non-negative quantity, as a model file names it. */
public interface Distribution extends Serializable {

  /** One draw. */
  double sample(RandomGenerator random);

  /** The expected value. */
  double mean();
}
