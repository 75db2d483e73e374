package org.datamarket.study.sensitivity;

import java.util.List;

/**
 * The elementary effects of all factors.
 *
 * @param effects one for each factor, in order; all numbers NaN if no trajectory was usable
 * @param trajectories how many of the design's trajectories they rest on
 * @param dropped how many were left out because an output was missing or not finite
 */
public record MorrisResult(List<ElementaryEffects> effects, int trajectories, int dropped) {
  /** Copies the list. */
  public MorrisResult {
    effects = List.copyOf(effects);
  }
}
