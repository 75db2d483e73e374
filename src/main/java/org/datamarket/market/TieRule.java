package org.datamarket.market;

/**
 * Who gets what when several bids at one auction name exactly the same price (docs/model.md §2).
 */
public enum TieRule {
  /**
   * Tied bids share what is left in proportion to the quantities they ask for (Tuffin 2001). The
   * default.
   */
  PROPORTIONAL,
  /**
   * A bid gets only what is left after all others at its price or above are served in full (Lazar
   * &amp; Semret 1998). Tied bids can then strand supply, and a cost may exceed price × allocation.
   */
  STRICT
}
