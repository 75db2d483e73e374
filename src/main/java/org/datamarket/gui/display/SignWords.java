package org.datamarket.gui.display;

/**
 * What the signs of the picture are called.
 *
 * @param line one line between a buyer and a seller
 * @param bundled many of them
 * @param price what the colour of a line stands for
 * @param nothing a buyer without a line
 * @param pool whom the selected agent has lines with
 * @param rivals who else has lines with those
 */
record SignWords(
    String line, String bundled, String price, String nothing, String pool, String rivals) {
  private static final SignWords BIDS =
      new SignWords(
          "Live bid",
          "Bids of neighbours, bundled",
          "price",
          "opted out entirely: bids nowhere",
          "its pool, or its bidders",
          "its rivals");

  /** The words for a market: its lines are bids, or deliveries where it is cleared once. */
  static SignWords of(Snapshot market) {
    return market.isClearedOnce()
        ? new SignWords(
            "Delivery",
            "Deliveries of neighbours, bundled",
            market.isPaid() ? "paid" : "price faced",
            "gets nothing",
            "whom it trades with",
            "partners of its partners")
        : BIDS;
  }
}
