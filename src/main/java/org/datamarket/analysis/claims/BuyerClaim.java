package org.datamarket.analysis.claims;

/** A claim about one buyer. */
public non-sealed interface BuyerClaim extends Claim {

  /**
   * By how much it fails for this buyer, in the claim's unit; NaN where the hypothesis does not
   * hold. A negative violation says how much room is left.
   */
  double violation(Situation buyer);

  /**
   * What to look at where it fails, or just holds: a sentence without its full stop, or nothing.
   */
  default String evidence(Situation buyer) {
    return "";
  }
}
