package org.datamarket.naive;

/**
 * A quantity (GB) wanted at a unit price ($/GB). A missing bid is {@code null}; quantity 0 says the
 * same.
 */
public record Bid(double quantity, double price) {

  public static boolean isLive(Bid bid) {
    return bid != null && bid.quantity > 0;
  }
}
