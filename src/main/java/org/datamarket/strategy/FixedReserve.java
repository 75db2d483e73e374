package org.datamarket.strategy;

import org.datamarket.market.Auction;

/** The reserve never changes (docs/model.md §5). */
public record FixedReserve() implements SellerStrategy {
  @Override
  public double nextReserve(Auction auction) {
    return auction.reserve();
  }
}
