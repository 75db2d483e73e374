package org.datamarket.strategy;

import java.io.Serializable;
import org.datamarket.market.Auction;

/**
 * How a seller sets its reserve after the buyers of a round have bid (docs/model.md §5): a pure
 * function of its auction. Implementations are immutable and serializable. One of your own is named
 * by its class in a model file; its public constructor takes the numbers given there
 * (docs/extending.md).
 */
@FunctionalInterface
public interface SellerStrategy extends Serializable {

  /**
   * The reserve from now on.
   *
   * @param auction the seller's auction with its present reserve and all bids
   * @return $/GB, finite, at least 0
   */
  double nextReserve(Auction auction);
}
