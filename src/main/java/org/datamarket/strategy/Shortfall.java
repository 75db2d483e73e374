package org.datamarket.strategy;

/** What a buyer does when no pool meets its whole demand (docs/model.md §4, step 7). */
public enum Shortfall {
  /** It bids for as much as a pool can meet. The default. */
  PARTIAL,
  /** It opts out of the whole market. */
  ABSTAIN;

  static final String MEANING =
      "When no pool meets the whole demand: bid for what one can meet, or opt out of the market.";
}
