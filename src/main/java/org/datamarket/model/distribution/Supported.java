package org.datamarket.model.distribution;

/** A distribution that knows where its draws lie. */
public interface Supported extends Distribution {

  /** Where the draws lie. */
  Support support();

  /**
   * The value below which a draw lies with a probability.
   *
   * @param probability above 0 and below 1
   */
  default double quantile(double probability) {
    return sample(Uniforms.always(probability));
  }
}
