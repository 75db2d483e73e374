package org.datamarket.strategy;

import java.io.Serializable;
import org.datamarket.market.Auction;

/**
 * How a seller sets its reserve after the buyers of a round have bid (docs/model.md §5): a pure
 * function of its auction. Implementations are immutable and serializable; one of your own needs a
 * public constructor without parameters to be named by its class in a model file.
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
