package org.datamarket.mechanism.quantized;

import java.util.List;

/**
 * What all buyers say at once.
 *
 * @param levels of their prices, by buyer
 * @param quantities q_i by buyer, GB; 0 is no bid, but its level still is the buyer's
 */
public record Profile(List<Integer> levels, List<Double> quantities) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if one is longer than the other
   */
  public Profile {
    levels = List.copyOf(levels);
    quantities = List.copyOf(quantities);
    if (levels.size() != quantities.size()) {
      throw new IllegalArgumentException(
          "%s levels and %s quantities".formatted(levels.size(), quantities.size()));
    }
  }
}
