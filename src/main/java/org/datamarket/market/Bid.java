package org.datamarket.market;

import java.io.Serializable;

/**
 * A bid at one seller's auction: a quantity and the most the bidder pays for each unit of it.
 *
 * @param quantity GB asked for, finite and at least 0; 0 is "no bid" (the buyer has opted out)
 * @param price $/GB, finite and at least 0
 */
public record Bid(double quantity, double price) implements Serializable {
  /** No bid: the buyer has opted out of the auction. */
  public static final Bid NONE = new Bid(0, 0);

  /**
   * @throws IllegalArgumentException if a number is negative, infinite or NaN
   */
  public Bid {
    Checks.finiteAndNotNegative("quantity", quantity);
    Checks.finiteAndNotNegative("price", price);
  }

  /** Whether this is no bid at all, that is, asks for nothing. */
  public boolean isNone() {
    return quantity == 0;
  }
}
