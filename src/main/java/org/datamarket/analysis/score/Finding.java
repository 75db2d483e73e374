package org.datamarket.analysis.score;

/**
 * How one claim fared in one case.
 *
 * @param place where
 * @param violation by how much it fails, in its unit; NaN where its hypothesis does not hold
 * @param tolerance up to which a violation is rounding
 * @param isSearch whether a violation was only looked for, so that to find none proves nothing
 * @param evidence what to look at where it fails, without a full stop; empty if there is nothing
 */
public record Finding(
    Case place, double violation, double tolerance, boolean isSearch, String evidence) {
  /** Whether the claim's hypothesis holds. */
  public boolean isJudged() {
    return !Double.isNaN(violation);
  }

  /** Whether the claim holds; false where its hypothesis does not. */
  public boolean holds() {
    return violation <= tolerance;
  }

  /** Whether the claim fails. */
  public boolean fails() {
    return violation > tolerance;
  }
}
