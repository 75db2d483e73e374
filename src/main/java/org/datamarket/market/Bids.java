package org.datamarket.market;

import java.io.Serializable;
import java.util.Arrays;

/**
 * All the live bids of one buyer, at most one per seller, in ascending order of the sellers'
 * numbers; sellers without one are those it has opted out of. Immutable.
 */
public final class Bids implements Serializable {
  private static final long serialVersionUID = 1;

  /** No bids: opted out of the whole market. */
  public static final Bids NONE = new Bids(new int[0], new Bid[0]);

  private final int[] sellers;
  private final Bid[] bids;

  private Bids(int[] sellers, Bid[] bids) {
    this.sellers = sellers;
    this.bids = bids;
  }

  /**
   * The bids at these sellers.
   *
   * @param sellers the sellers' numbers, strictly ascending
   * @param bids one per seller; those that ask for nothing are left out
   * @throws IllegalArgumentException if the lengths differ or the sellers do not ascend
   */
  public static Bids of(int[] sellers, Bid[] bids) {
    if (sellers.length != bids.length) {
      throw new IllegalArgumentException(sellers.length + " sellers, but " + bids.length + " bids");
    }
    int[] live = new int[sellers.length];
    Bid[] liveBids = new Bid[sellers.length];
    int count = 0;
    for (int k = 0; k < sellers.length; k++) {
      if (k > 0 && sellers[k] <= sellers[k - 1]) {
        throw new IllegalArgumentException("sellers must ascend, not " + Arrays.toString(sellers));
      }
      if (!bids[k].isNone()) {
        live[count] = sellers[k];
        liveBids[count++] = bids[k];
      }
    }
    return count == 0 ? NONE : new Bids(Arrays.copyOf(live, count), Arrays.copyOf(liveBids, count));
  }

  /** These bids with another one at a seller; {@link Bid#NONE} takes it away. */
  public Bids with(int seller, Bid bid) {
    int k = Arrays.binarySearch(sellers, seller);
    if (k >= 0) {
      Bid[] changed = bids.clone();
      changed[k] = bid;
      return of(sellers, changed);
    }
    int at = -k - 1;
    int[] moreSellers = new int[sellers.length + 1];
    Bid[] moreBids = new Bid[sellers.length + 1];
    System.arraycopy(sellers, 0, moreSellers, 0, at);
    System.arraycopy(bids, 0, moreBids, 0, at);
    moreSellers[at] = seller;
    moreBids[at] = bid;
    System.arraycopy(sellers, at, moreSellers, at + 1, sellers.length - at);
    System.arraycopy(bids, at, moreBids, at + 1, bids.length - at);
    return of(moreSellers, moreBids);
  }

  /** How many live bids there are. */
  public int size() {
    return sellers.length;
  }

  /** Whether the buyer bids nowhere. */
  public boolean isEmpty() {
    return sellers.length == 0;
  }

  /** The number of the seller at which the k-th live bid stands. */
  public int seller(int k) {
    return sellers[k];
  }

  /** The k-th live bid. */
  public Bid bid(int k) {
    return bids[k];
  }

  /** The bid at a seller; {@link Bid#NONE} if there is none. */
  public Bid at(int seller) {
    int k = Arrays.binarySearch(sellers, seller);
    return k < 0 ? Bid.NONE : bids[k];
  }

  /** The highest unit price among the bids, $/GB; 0 without bids. */
  public double highestPrice() {
    double highest = 0;
    for (Bid bid : bids) {
      highest = Math.max(highest, bid.price());
    }
    return highest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bids that
        && Arrays.equals(sellers, that.sellers)
        && Arrays.equals(bids, that.bids);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sellers) + Arrays.hashCode(bids);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int k = 0; k < sellers.length; k++) {
      text.append(k == 0 ? "" : ", ").append(sellers[k]).append(": ");
      text.append(bids[k].quantity()).append('@').append(bids[k].price());
    }
    return text.append('}').toString();
  }
}
