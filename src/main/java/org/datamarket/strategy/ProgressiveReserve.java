package org.datamarket.strategy;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Auction;

/**
 * The reserve rises to the price, plus δ, of the highest bidder at or above it that won nothing,
 * and never falls (docs/model.md §5).
 *
 * @param delta δ, $/GB, finite, at least 0: 0 by default
 */
@Kind(
    name = "progressive",
    meaning =
        "The reserve rises to the price of the highest bidder without an allocation, and never"
            + " falls.")
public record ProgressiveReserve(
    @Meaning(
            value =
                "How far the reserve rises above the price of the highest bidder without an"
                    + " allocation, δ.",
            unit = "$/GB",
            range = "≥ 0",
            otherwise = "0")
        double delta)
    implements SellerStrategy {
  /** An allocation of at most this share of the quantity on offer is nothing. */
  static final double NOTHING = 1e-9;

  /** δ = 0. */
  public ProgressiveReserve() {
    this(0);
  }

  /**
   * @throws IllegalArgumentException if δ is negative, infinite or NaN
   */
  public ProgressiveReserve {
    if (!(delta >= 0) || Double.isInfinite(delta)) {
      throw new IllegalArgumentException("delta must be finite and at least 0, not " + delta);
    }
  }

  @Override
  public double nextReserve(Auction auction) {
    double nothing = NOTHING * auction.quantity();
    for (Auction.Award award : auction.awards()) {
      if (award.bid().price() < auction.reserve()) {
        break;
      }
      if (award.allocation() <= nothing) {
        return Math.max(auction.reserve(), award.bid().price() + delta);
      }
    }
    return auction.reserve();
  }
}
