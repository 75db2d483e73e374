package org.datamarket.strategy;

/** By what a buyer ranks the sellers that have something left for it (docs/model.md §4, step 1). */
public enum RankingOrder {
  /** By the residual supply at the buyer's own price, the largest first. The default. */
  RESIDUAL,
  /** By the quantity on offer, the largest first. */
  OFFER
}
