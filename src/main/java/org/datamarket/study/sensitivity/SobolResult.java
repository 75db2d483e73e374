package org.datamarket.study.sensitivity;

import java.util.List;

/**
 * The Sobol indices of all factors.
 *
 * @param indices one for each factor, in order
 * @param mean of the output, over the independent points; NaN if there are none
 * @param variance of the output, over the independent points; NaN if there are none
 * @param blocks how many of the design's blocks they rest on
 * @param dropped how many were left out because an output was missing or not finite
 */
public record SobolResult(
    List<SobolIndex> indices, double mean, double variance, int blocks, int dropped) {
  /** Copies the list. */
  public SobolResult {
    indices = List.copyOf(indices);
  }
}
