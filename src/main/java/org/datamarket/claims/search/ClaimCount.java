package org.datamarket.claims.search;

import org.datamarket.analysis.claims.Claim;

/**
 * How often a claim failed in a row of random states.
 *
 * @param claim the claim
 * @param cases how often it was judged: for each buyer of each state, or for each state
 * @param violated in how many cases it failed by more than rounding
 * @param notApplicable how often its hypothesis did not hold, besides
 * @param worst the largest violation, in the claim's unit; NaN if there was no case
 * @param worstState the number of the first state that had it; {@value #NOWHERE} if there was no
 *     case
 */
public record ClaimCount(
    Claim claim, long cases, long violated, long notApplicable, double worst, long worstState) {
  static final long NOWHERE = -1;
}
