package org.datamarket.strategy;

import java.io.Serializable;
import org.datamarket.market.Auction;

/**
 * What of the market a reply rests on: as long as it holds, the same strategy would reply with the
 * same bids, to the last bit, and need not be asked again.
 */
public interface Grounds extends Serializable {

  /** A reply that rests on everything its buyer sees. */
  Grounds EVERYTHING = new Everything();

  /**
   * Whether the reply stands after one of the visible auctions has changed.
   *
   * @param place the seller's place in the buyer's view
   * @param rivals the rivals' bids there now
   */
  boolean hold(int place, Auction rivals);

  /** Nothing may change. */
  record Everything() implements Grounds {
    @Override
    public boolean hold(int place, Auction rivals) {
      return false;
    }

    private Object readResolve() {
      return EVERYTHING;
    }
  }
}
