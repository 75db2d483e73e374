package org.datamarket.claims;

/**
 * How many cases of a run are looked at.
 *
 * @param turns on the way, at most, at least 1
 */
public record Sampling(int turns) {
  /** Claims that take long are judged at so many times fewer cases. */
  private static final int FEWER = 8;

  /** At which cases claims are judged. */
  public String inWords() {
    return ("Judged for the buyer whose turn it is, at up to %s turns on the way, and for every"
            + " buyer at the end; what takes long to judge, at up to %s of each.")
        .formatted(turns, few());
  }

  /** How many turns, and how many buyers at the end, where a claim takes long, at most. */
  int few() {
    return (turns + FEWER - 1) / FEWER;
  }
}
