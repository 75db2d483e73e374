package org.datamarket.claims.search;

import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.State;

/** Counts how a claim fares, state by state in their order. */
final class Counter {
  private final Claim claim;
  private long cases;
  private long violated;
  private long notApplicable;
  private double worst = Double.NaN;
  private long worstState = ClaimCount.NOWHERE;

  Counter(Claim claim) {
    this.claim = claim;
  }

  /** One more state. */
  void add(State state, long number) {
    double most = Double.NaN;
    if (claim instanceof MarketClaim market) {
      most = count(state, market.violation(state));
    } else {
      for (Situation buyer : state.buyers()) {
        double violation = count(state, ((BuyerClaim) claim).violation(buyer));
        most = isMore(violation, most) ? violation : most;
      }
    }
    if (isMore(most, worst)) {
      worst = most;
      worstState = number;
    }
  }

  private double count(State state, double violation) {
    if (Double.isNaN(violation)) {
      notApplicable++;
    } else {
      cases++;
      violated += violation > state.tolerance(claim.about().unit()) ? 1 : 0;
    }
    return violation;
  }

  /** The counts of the states that come after these, too. */
  void add(ClaimCount later) {
    cases += later.cases();
    violated += later.violated();
    notApplicable += later.notApplicable();
    if (isMore(later.worst(), worst)) {
      worst = later.worst();
      worstState = later.worstState();
    }
  }

  ClaimCount count() {
    return new ClaimCount(claim, cases, violated, notApplicable, worst, worstState);
  }

  private static boolean isMore(double violation, double than) {
    return violation > than || (Double.isNaN(than) && !Double.isNaN(violation));
  }
}
