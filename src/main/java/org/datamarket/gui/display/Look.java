package org.datamarket.gui.display;

/**
 * How a market is looked at.
 *
 * @param highlight whom a selection has to do with
 * @param colouring what the colours stand for
 */
public record Look(Highlight highlight, Colouring colouring) {
  /** Nobody is selected, and buyers have the colour of their utility. */
  public static final Look PLAIN = new Look(Highlight.NONE, Colouring.UTILITY);
}
