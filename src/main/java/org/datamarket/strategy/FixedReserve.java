package org.datamarket.strategy;

import org.datamarket.kind.Kind;
import org.datamarket.market.Auction;

/** The reserve never changes (docs/model.md §5). */
@Kind(name = "fixed", meaning = "The reserve never changes.")
public record FixedReserve() implements SellerStrategy {
  @Override
  public double nextReserve(Auction auction) {
    return auction.reserve();
  }
}
