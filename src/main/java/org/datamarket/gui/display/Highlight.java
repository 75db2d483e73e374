package org.datamarket.gui.display;

import java.util.BitSet;
import org.datamarket.market.Bids;
import org.datamarket.market.Reach;

/**
 * Whom a selected agent has to do with: whom it can see, or who can see it; its pool, the sellers
 * of its live bids, or those who bid at it; and its rivals, the other bidders at those sellers, or
 * the other sellers of those bidders.
 *
 * @param buyer the number of the selected buyer, or -1
 * @param seller the number of the selected seller, or -1
 * @param reach whom it sees or who sees it, by number on the other side
 * @param pool its pool or its bidders, by number on the other side
 * @param rivals its rivals, by number on its own side
 */
public record Highlight(int buyer, int seller, BitSet reach, BitSet pool, BitSet rivals)
    implements Emphasis {
  /** Nobody is selected. */
  public static final Highlight NONE =
      new Highlight(-1, -1, new BitSet(), new BitSet(), new BitSet());

  /** A buyer is selected. */
  public static Highlight ofBuyer(Snapshot market, int buyer) {
    Reach network = market.model().reach();
    BitSet reach = new BitSet();
    for (int k = 0; k < network.degree(buyer); k++) {
      reach.set(network.seller(buyer, k));
    }
    BitSet pool = sellersOf(market.account(buyer).bids());
    BitSet rivals = biddersAt(market, pool);
    rivals.clear(buyer);
    return new Highlight(buyer, -1, reach, pool, rivals);
  }

  /** A seller is selected. */
  public static Highlight ofSeller(Snapshot market, int seller) {
    Reach network = market.model().reach();
    BitSet reach = new BitSet();
    for (int i = 0; i < network.buyers(); i++) {
      for (int k = 0; k < network.degree(i); k++) {
        if (network.seller(i, k) == seller) {
          reach.set(i);
        }
      }
    }
    BitSet only = new BitSet();
    only.set(seller);
    BitSet pool = biddersAt(market, only);
    BitSet rivals = new BitSet();
    pool.stream().forEach(i -> rivals.or(sellersOf(market.account(i).bids())));
    rivals.clear(seller);
    return new Highlight(-1, seller, reach, pool, rivals);
  }

  private static BitSet sellersOf(Bids bids) {
    BitSet sellers = new BitSet();
    for (int k = 0; k < bids.size(); k++) {
      sellers.set(bids.seller(k));
    }
    return sellers;
  }

  private static BitSet biddersAt(Snapshot market, BitSet sellers) {
    BitSet bidders = new BitSet();
    for (int i = 0; i < market.buyers(); i++) {
      if (sellersOf(market.account(i).bids()).intersects(sellers)) {
        bidders.set(i);
      }
    }
    return bidders;
  }

  @Override
  public boolean concerns(int bidder, int bidAt) {
    return isNone()
        || owns(bidder, bidAt)
        || (buyer >= 0 && pool.get(bidAt))
        || (seller >= 0 && pool.get(bidder) && rivals.get(bidAt));
  }
}
