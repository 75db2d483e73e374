package org.datamarket.simulation;

import java.io.Serializable;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;

/** How buyers learn of the market and how their bids reach it. */
interface Exchange extends Serializable {

  /** Whether anything a buyer sees may have changed since it last replied. */
  boolean hasNews(int buyer);

  /** Whether the k-th auction that a buyer sees may have changed since it last replied. */
  boolean hasNewsOf(int buyer, int k);

  /** What a buyer sees now. */
  BuyerView look(int buyer);

  /** What a buyer would see if it took its turn now; asking changes nothing. */
  BuyerView preview(int buyer);

  /** Whether what a buyer sees is out of date. */
  boolean isStale(int buyer);

  /** Sends a buyer's new bids, which replace all its live ones. */
  void send(int buyer, Bids bids);

  /** Notes that a buyer has replied to all it saw. */
  void replied(int buyer);

  /** Sets a seller's reserve; whether that moved it. */
  boolean setReserve(int seller, double reserve);

  /**
   * Whether nothing is under way and every buyer has replied to all that has become visible to it.
   */
  boolean isSettled();
}
