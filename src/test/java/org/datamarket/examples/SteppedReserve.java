package org.datamarket.examples;

import org.datamarket.market.Auction;
import org.datamarket.strategy.SellerStrategy;

/**
 * Raises the reserve by a step after every round in which everything was sold, up to a limit.
 *
 * @param step $/GB, above 0
 * @param most the limit, $/GB; a reserve that starts above it stays there
 */
public record SteppedReserve(double step, double most) implements SellerStrategy {
  private static final double SOLD_OUT = 1 - 1e-9;

  public SteppedReserve {
    if (!(step > 0)) {
      throw new IllegalArgumentException("step must be above 0, not " + step);
    }
  }

  @Override
  public double nextReserve(Auction auction) {
    boolean soldOut = auction.sold() >= SOLD_OUT * auction.quantity();
    double wanted = soldOut ? auction.reserve() + step : auction.reserve();
    return Math.max(auction.reserve(), Math.min(wanted, most));
  }
}
