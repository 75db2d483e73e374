package org.datamarket.mechanism;

/**
 * A way to trade that clears once, from one report per participant (docs/mechanisms.md). A pure
 * function of the population and of the mechanism's own parameters: no budgets, no chance.
 */
public interface Mechanism extends MarketDesign {

  /** What comes out. */
  Outcome clear(Setting setting);
}
