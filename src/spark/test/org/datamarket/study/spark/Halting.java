package org.datamarket.study.spark;

import org.datamarket.market.Auction;
import org.datamarket.strategy.SellerStrategy;

/** A strategy that ends the Java machine, as a crash of native code or the system would. */
public final class Halting implements SellerStrategy {
  private static final long serialVersionUID = 1;

  @Override
  public double nextReserve(Auction auction) {
    Runtime.getRuntime().halt(9);
    return 0;
  }
}
