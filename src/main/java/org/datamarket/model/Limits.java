package org.datamarket.model;

/** The largest models there may be: beyond them, a slip of the keyboard is likelier than a plan. */
public final class Limits {
  /** The most buyers, and the most users, of one model. */
  public static final int MOST_BUYERS = 10_000_000;

  /** The most sellers of one model. */
  public static final int MOST_SELLERS = 1_000_000;

  /** The most pairs of a buyer and a seller that see each other, unless all do. */
  public static final long MOST_PAIRS = 100_000_000;

  private Limits() {}
}
