package org.datamarket.gui.display;

/** What stands out in a picture: somebody is selected, and whom that has to do with. */
public sealed interface Emphasis permits Highlight, InfluenceHighlight {
  /** The number of the selected buyer, or -1. */
  int buyer();

  /** The number of the selected seller, or -1. */
  int seller();

  /** Whether nobody is selected. */
  default boolean isNone() {
    return buyer() < 0 && seller() < 0;
  }

  /** Whether a bid has to do with the selection. */
  boolean concerns(int bidder, int bidAt);

  /** Whether a bid is the selected agent's own: made by it, or at it. */
  default boolean owns(int bidder, int bidAt) {
    return bidder == buyer() || bidAt == seller();
  }
}
