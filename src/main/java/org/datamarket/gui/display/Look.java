package org.datamarket.gui.display;

/**
 * How a market is looked at.
 *
 * @param emphasis whom a selection has to do with
 * @param colouring what the colours stand for
 * @param around whom a selected agent is shown among
 */
public record Look(Emphasis emphasis, Colouring colouring, Around around) {
  /** Nobody is selected, and buyers have the colour of their utility. */
  public static final Look PLAIN = new Look(Highlight.NONE, Colouring.UTILITY, Around.REACH);
}
