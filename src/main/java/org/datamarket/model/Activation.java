package org.datamarket.model;

import java.io.Serializable;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.model.distribution.Distribution;

/** When buyers act within a round (docs/model.md §6). */
public sealed interface Activation extends Serializable {

  /**
   * Whether the same bids and reserves are always followed by the same: no draws, nothing under
   * way.
   */
  boolean isDeterministic();

  /** Whether news takes time to travel: what a buyer sees may then be older than the market. */
  default boolean hasDelays() {
    return false;
  }

  /**
   * One after the other, each seeing the bids as they stand.
   *
   * @param randomOrder a new random order each round; otherwise the order of the file
   */
  @Kind(name = "sequential", meaning = "One after the other, each seeing the bids as they stand.")
  record Sequential(boolean randomOrder) implements Activation {
    @Override
    public boolean isDeterministic() {
      return !randomOrder;
    }
  }

  /** All at once: each replies to the bids as they stood when the round began. */
  @Kind(name = "simultaneous", meaning = "All at once, seeing the bids of the round's start.")
  record Simultaneous() implements Activation {
    @Override
    public boolean isDeterministic() {
      return true;
    }
  }

  /**
   * Each at times of its own, with news under way. The unit of time is a round: one mean gap
   * between two wake-ups of a buyer.
   *
   * @param gap the time from one wake-up to the next; its mean is the length of a round
   * @param delay the time a message takes between a buyer and a seller, either way, in the same
   *     unit as the gaps
   */
  @Kind(name = "asynchronous", meaning = "Each at times of its own, with messages under way.")
  record Asynchronous(
      @Meaning(
              value = "The time from one wake-up of a buyer to its next; its mean is a round.",
              unit = "time",
              range = "> 0",
              otherwise = "{exponential: {mean: 1}}")
          Distribution gap,
      @Meaning(
              value =
                  "The time that a message takes between a buyer and a seller, either way, in the"
                      + " unit of the gaps.",
              unit = "time",
              range = "≥ 0",
              otherwise = "0.5")
          Distribution delay)
      implements Activation {
    @Override
    public boolean isDeterministic() {
      return false;
    }

    @Override
    public boolean hasDelays() {
      return true;
    }
  }
}
