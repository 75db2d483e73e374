package org.datamarket.analysis;

/** How a run stands, or how it ended (docs/model.md §6). */
public enum Status {
  /** Not yet at an end. */
  RUNNING("running"),
  /** A whole round in which no buyer bid and no reserve moved. */
  CONVERGED("converged"),
  /** All bids and reserves have been seen before, under an activation without randomness. */
  CYCLE("cycle"),
  /** A mechanism has cleared the market once; no rounds are played. */
  CLEARED("cleared"),
  /** The most rounds that the model allows were played. */
  ROUND_LIMIT("round-limit");

  private final String key;

  Status(String key) {
    this.key = key;
  }

  /** Whether the market rests for good. */
  public boolean isRest() {
    return this == CONVERGED || this == CLEARED;
  }

  /** Whether a status of this name says that the market rests for good. */
  public static boolean isRest(String key) {
    return CONVERGED.key.equals(key) || CLEARED.key.equals(key);
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
