package org.datamarket.strategy;

/** Which sellers make up an opt-out pool of n, where more than n could (docs/model.md §4). */
public enum PoolChoice {
  /** The first of the ranking. The default, as the paper has it. */
  LARGEST,
  /** Those that sell an n-th of the total for least. */
  CHEAPEST;

  static final String MEANING =
      "Which sellers are the pool, if more than it takes could be: those ranked first, or those"
          + " that sell the ask for least.";
}
