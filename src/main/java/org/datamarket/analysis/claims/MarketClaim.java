package org.datamarket.analysis.claims;

/** A claim about a whole market. */
public non-sealed interface MarketClaim extends Claim {

  /**
   * By how much it fails, in the claim's unit, at the worst place; NaN where the hypothesis holds
   * nowhere.
   */
  double violation(State state);

  /**
   * What to look at where it fails, or just holds: a sentence without its full stop, or nothing.
   */
  default String evidence(State state) {
    return "";
  }
}
