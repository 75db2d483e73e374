package org.datamarket.analysis.score;

import java.util.List;
import java.util.Optional;

/**
 * How a claim fared in many cases.
 *
 * @param subject the claim
 * @param cases in which its hypothesis held, so that it was judged
 * @param held of these
 * @param notApplicable cases in which its hypothesis did not hold
 * @param isSearch whether in some case a violation was only looked for
 * @param worst the case of the largest violation, the first of several; empty without cases
 */
public record Score(
    Subject subject,
    long cases,
    long held,
    long notApplicable,
    boolean isSearch,
    Optional<Finding> worst) {

  /** No case yet. */
  public static Score none(Subject subject) {
    return new Score(subject, 0, 0, 0, false, Optional.empty());
  }

  /** The score of findings, in order. */
  public static Score of(Subject subject, List<Finding> findings) {
    Score score = none(subject);
    for (Finding finding : findings) {
      score = score.with(finding);
    }
    return score;
  }

  /** With one more case. */
  public Score with(Finding finding) {
    if (!finding.isJudged()) {
      return new Score(subject, cases, held, notApplicable + 1, isSearch, worst);
    }
    return new Score(
        subject,
        cases + 1,
        held + (finding.holds() ? 1 : 0),
        notApplicable,
        isSearch || finding.isSearch(),
        worse(worst, Optional.of(finding)));
  }

  /** With the cases of a later score of the same claim. */
  public Score with(Score later) {
    return new Score(
        subject,
        cases + later.cases,
        held + later.held,
        notApplicable + later.notApplicable,
        isSearch || later.isSearch,
        worse(worst, later.worst));
  }

  private static Optional<Finding> worse(Optional<Finding> first, Optional<Finding> later) {
    boolean isWorse =
        later.isPresent() && (first.isEmpty() || later.get().violation() > first.get().violation());
    return isWorse ? later : first;
  }

  /** In how many cases it failed. */
  public long failed() {
    return cases - held;
  }

  /** The share of its cases in which it held; NaN without any. */
  public double share() {
    return cases == 0 ? Double.NaN : (double) held / cases;
  }

  /** The largest violation, in the claim's unit, below 0 where it left room; NaN without cases. */
  public double worstViolation() {
    return worst.map(Finding::violation).orElse(Double.NaN);
  }
}
