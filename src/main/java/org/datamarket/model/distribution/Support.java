package org.datamarket.model.distribution;

/**
 * Where the draws of a distribution lie.
 *
 * @param lowest their infimum
 * @param reached whether the infimum itself may be drawn
 * @param highest their supremum; infinite if there is none
 */
public record Support(double lowest, boolean reached, double highest) {
  /** All numbers above 0. */
  static final Support POSITIVE = new Support(0, false, Double.POSITIVE_INFINITY);
}
