package org.datamarket.claims.search;

import org.datamarket.model.MarketModel;

/** An endless row of random states, each a model whose initial bids and reserves are its own. */
@FunctionalInterface
public interface StateRow {
  /**
   * The k-th state; it depends on the row and k only.
   *
   * @param number from 0
   */
  MarketModel state(long number);
}
