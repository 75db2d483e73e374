package org.datamarket.gui.display;

/** Whom a selected agent is shown among. */
public enum Around {
  /** Whom it sees or who sees it, its pool or its bidders, and its rivals. */
  REACH("reach"),

  /** Its primary influence set, and all that is connected with it. */
  INFLUENCE("influence");

  private final String words;

  Around(String words) {
    this.words = words;
  }

  /** What stands out when a buyer is selected. */
  public Emphasis buyer(Snapshot market, int buyer) {
    return this == REACH
        ? Highlight.ofBuyer(market, buyer)
        : InfluenceHighlight.ofBuyer(market, buyer);
  }

  /** What stands out when a seller is selected. */
  public Emphasis seller(Snapshot market, int seller) {
    return this == REACH
        ? Highlight.ofSeller(market, seller)
        : InfluenceHighlight.ofSeller(market, seller);
  }

  /** What is shown, in words. */
  @Override
  public String toString() {
    return words;
  }
}
