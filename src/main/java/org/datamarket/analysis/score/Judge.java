package org.datamarket.analysis.score;

import java.util.Set;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claim.Decision;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.State;

/**
 * Judges claims on the states of one run.
 *
 * @param seed of the run
 */
public record Judge(long seed) {
  /** Claims about markets at rest: elsewhere their hypothesis does not hold. */
  private static final Set<String> AT_REST = Set.of("eps-nash", "fair-division", "pareto-unsold");

  /** Of more sellers not all sets are tried. */
  private static final int MOST_ENUMERATED = 12;

  /**
   * When a state was met.
   *
   * @param round from 1
   * @param atEnd whether the run was over
   * @param atRest whether it ended because nobody wanted to bid again
   */
  public record Moment(int round, boolean atEnd, boolean atRest) {}

  /** A claim about one buyer of a state. */
  public Finding of(BuyerClaim claim, State state, int buyer, Moment moment) {
    double violation =
        isOpen(claim, moment) ? Double.NaN : claim.violation(state.buyers().get(buyer));
    String id = state.model().buyers().get(buyer).id();
    return finding(state, moment, id, violation, isSearch(claim, state, buyer));
  }

  /** A claim about a whole state. */
  public Finding of(MarketClaim claim, State state, Moment moment) {
    double violation = isOpen(claim, moment) ? Double.NaN : claim.violation(state);
    return finding(state, moment, "", violation, claim.about().decision() == Decision.SEARCH);
  }

  private static boolean isOpen(Claim claim, Moment moment) {
    return AT_REST.contains(claim.id()) && !moment.atRest();
  }

  /** Whether the claim, or trying all sets of so many sellers, is more than can be decided. */
  private static boolean isSearch(Claim claim, State state, int buyer) {
    Decision decision = claim.about().decision();
    return decision == Decision.SEARCH
        || (decision == Decision.ENUMERATION
            && !claim.about().cheap()
            && state.market().reach().degree(buyer) > MOST_ENUMERATED);
  }

  private Finding finding(
      State state, Moment moment, String buyer, double violation, boolean isSearch) {
    Case place = new Case(seed, moment.round(), moment.atEnd(), buyer);
    return new Finding(place, violation, state.tolerance(), isSearch);
  }
}
