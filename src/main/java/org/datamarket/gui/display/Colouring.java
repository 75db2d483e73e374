package org.datamarket.gui.display;

import java.awt.Color;

/** What the colours of the picture stand for. */
public enum Colouring {
  /** Buyers have the colour of their utility, bids that of their price. */
  UTILITY("utility"),

  /**
   * Buyers have the colour of what they could gain by any bids whatever, in units of ε, and all
   * else is quiet: the nearer the market is to an equilibrium, the less colour there is.
   */
  GAIN("possible gain");

  private static final Color QUIET_BID = new Color(0xCFCFCB);
  private static final Color QUIET_CHANGE = new Color(0x7A7A7A);

  private final String words;

  Colouring(String words) {
    this.words = words;
  }

  /** The colour of a bid whose price is at a place of its scale, 0 the least and 1 the most. */
  Color bid(double place) {
    return this == GAIN ? QUIET_BID : Palette.scale(place);
  }

  /** The rim of what is new in the round. */
  Color change() {
    return this == GAIN ? QUIET_CHANGE : Palette.CHANGED;
  }

  /** What buyers are coloured by, in words. */
  @Override
  public String toString() {
    return words;
  }
}
