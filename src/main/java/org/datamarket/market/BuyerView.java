package org.datamarket.market;

import java.util.Arrays;

/**
 * What one buyer sees: the auctions in its reach, each without its own bid, and its own live bids.
 * The auctions may be as they were some time ago, if news travels slowly. Everything a strategy
 * knows of the market is here.
 *
 * <p>Sellers are counted by their place 0 … size − 1 in the buyer's reach; {@link #seller} gives
 * the seller's number in the market.
 */
public final class BuyerView {
  private final int[] sellers;
  private final Auction[] rivals;
  private final Bids own;

  /**
   * A view of these auctions.
   *
   * @param sellers the sellers' numbers, strictly ascending; kept, not copied
   * @param rivals their auctions without the buyer's own bids; kept, not copied
   * @param own the buyer's live bids, at some of these sellers
   * @throws IllegalArgumentException if the lengths differ
   */
  public BuyerView(int[] sellers, Auction[] rivals, Bids own) {
    if (sellers.length != rivals.length) {
      throw new IllegalArgumentException(
          sellers.length + " sellers, but " + rivals.length + " auctions");
    }
    this.sellers = sellers;
    this.rivals = rivals;
    this.own = own;
  }

  /** How many sellers the buyer sees. */
  public int size() {
    return sellers.length;
  }

  /** The number in the market of the k-th visible seller. */
  public int seller(int k) {
    return sellers[k];
  }

  /** The rivals' bids at the k-th visible seller. */
  public Auction rivals(int k) {
    return rivals[k];
  }

  /** The buyer's own live bids. */
  public Bids own() {
    return own;
  }

  /** What a bid at one of the visible sellers would get, given the rivals' bids, GB. */
  public double allocationAt(int seller, Bid bid) {
    return rivals[place(seller)].allocation(bid);
  }

  /** What a bid at one of the visible sellers would cost, given the rivals' bids, $. */
  public double costAt(int seller, Bid bid) {
    return rivals[place(seller)].cost(bid);
  }

  /** What a profile of bids would get in all, given the rivals' bids, GB. */
  public double allocation(Bids bids) {
    double total = 0;
    for (int k = 0; k < bids.size(); k++) {
      total += allocationAt(bids.seller(k), bids.bid(k));
    }
    return total;
  }

  /** What a profile of bids would cost in all, given the rivals' bids, $. */
  public double cost(Bids bids) {
    double total = 0;
    for (int k = 0; k < bids.size(); k++) {
      total += costAt(bids.seller(k), bids.bid(k));
    }
    return total;
  }

  /**
   * u = θ(Σ allocations) − Σ costs, what a profile of bids is worth to a buyer of this valuation,
   * $.
   */
  public double utility(Valuation valuation, Bids bids) {
    return valuation.value(allocation(bids)) - cost(bids);
  }

  /**
   * Bids at some of the visible sellers.
   *
   * @param asks GB asked for at each visible seller; 0 for none
   * @param price the one price of all, $/GB
   */
  public Bids bidsOf(double[] asks, double price) {
    Bid[] bids = new Bid[asks.length];
    for (int k = 0; k < asks.length; k++) {
      bids[k] = asks[k] == 0 ? Bid.NONE : new Bid(asks[k], price);
    }
    return Bids.of(sellers, bids);
  }

  private int place(int seller) {
    int place = Arrays.binarySearch(sellers, seller);
    if (place < 0) {
      throw new IllegalArgumentException("seller " + seller + " is out of reach");
    }
    return place;
  }
}
