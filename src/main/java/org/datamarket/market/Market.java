package org.datamarket.market;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * All the auctions of a market as they stand, and each buyer's live bids. Mutable; the auctions and
 * the bids it hands out are not, so a snapshot is a copy of references.
 *
 * <p>Every change of an auction is numbered, so that a buyer can ask in O(reach) whether anything
 * it sees has changed.
 */
public final class Market implements Serializable {
  private static final long serialVersionUID = 1;

  private final Reach reach;
  private final Auction[] auctions;
  private final Bids[] bids;
  private final long[] changedAt;
  private long changes;

  /**
   * A market without bids.
   *
   * @param auctions one per seller
   * @param reach who sees whom
   * @throws IllegalArgumentException if the numbers of sellers differ
   */
  public Market(Auction[] auctions, Reach reach) {
    if (auctions.length != reach.sellers()) {
      throw new IllegalArgumentException(
          auctions.length + " auctions, but reach knows " + reach.sellers() + " sellers");
    }
    this.reach = reach;
    this.auctions = auctions.clone();
    this.bids = new Bids[reach.buyers()];
    Arrays.fill(bids, Bids.NONE);
    this.changedAt = new long[auctions.length];
  }

  private Market(Market other) {
    this.reach = other.reach;
    this.auctions = other.auctions.clone();
    this.bids = other.bids.clone();
    this.changedAt = other.changedAt.clone();
    this.changes = other.changes;
  }

  /**
   * A market as it stands, put together from its auctions and its bids.
   *
   * @param auctions with all bids in them, one a seller
   * @param bids the same bids, one set a buyer
   */
  public static Market of(List<Auction> auctions, List<Bids> bids, Reach reach) {
    Market market = new Market(auctions.toArray(Auction[]::new), reach);
    for (int i = 0; i < market.bids.length; i++) {
      market.bids[i] = bids.get(i);
    }
    return market;
  }

  /** This market as it stands now: later changes of the one are none of the other. */
  public Market copy() {
    return new Market(this);
  }

  /** Who sees whom. */
  public Reach reach() {
    return reach;
  }

  /** How many buyers there are. */
  public int buyers() {
    return bids.length;
  }

  /** How many sellers there are. */
  public int sellers() {
    return auctions.length;
  }

  /** A seller's auction as it stands. */
  public Auction auction(int seller) {
    return auctions[seller];
  }

  /** A buyer's live bids. */
  public Bids bids(int buyer) {
    return bids[buyer];
  }

  /** How many changes of an auction there have been. */
  public long changes() {
    return changes;
  }

  /** Whether any auction that a buyer sees has changed after so many changes. */
  public boolean changedSince(long then, int buyer) {
    if (changes <= then) {
      return false;
    }
    for (int seller : reach.shared(buyer)) {
      if (changedAt[seller] > then) {
        return true;
      }
    }
    return false;
  }

  /** Whether the k-th auction that a buyer sees has changed after so many changes. */
  public boolean changedSince(long then, int buyer, int k) {
    return changedAt[reach.seller(buyer, k)] > then;
  }

  /** Replaces all of a buyer's bids at once. */
  public void submit(int buyer, Bids replacement) {
    Bids old = bids[buyer];
    for (int k = 0; k < old.size(); k++) {
      int seller = old.seller(k);
      if (replacement.at(seller).isNone()) {
        change(seller, auctions[seller].without(buyer, old.bid(k)));
      }
    }
    for (int k = 0; k < replacement.size(); k++) {
      int seller = replacement.seller(k);
      Bid before = old.at(seller);
      if (!before.equals(replacement.bid(k))) {
        change(seller, auctions[seller].without(buyer, before).with(buyer, replacement.bid(k)));
      }
    }
    bids[buyer] = replacement;
  }

  /** Replaces a buyer's bid at one seller. */
  public void submit(int buyer, int seller, Bid replacement) {
    Bids old = bids[buyer];
    Bid before = old.at(seller);
    if (!before.equals(replacement)) {
      change(seller, auctions[seller].without(buyer, before).with(buyer, replacement));
      bids[buyer] = old.with(seller, replacement);
    }
  }

  /** Sets a seller's reserve. */
  public void setReserve(int seller, double reserve) {
    if (reserve != auctions[seller].reserve()) {
      change(seller, auctions[seller].withReserve(reserve));
    }
  }

  private void change(int seller, Auction auction) {
    auctions[seller] = auction;
    changedAt[seller] = ++changes;
  }

  /**
   * The market as a buyer sees it now: its rivals' bids and its own, at the sellers in its reach.
   */
  public BuyerView view(int buyer) {
    int[] visible = reach.shared(buyer);
    Auction[] rivals = new Auction[visible.length];
    Bids own = bids[buyer];
    for (int k = 0; k < visible.length; k++) {
      rivals[k] = auctions[visible[k]].without(buyer, own.at(visible[k]));
    }
    return new BuyerView(visible, rivals, own);
  }
}
