package org.datamarket.analysis.score;

import java.util.function.Supplier;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claim.Decision;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.State;
import org.datamarket.analysis.supremum.CoordinatedSupremum;

/**
 * Judges claims on the states of one run.
 *
 * @param seed of the run
 */
public record Judge(long seed) {
  /** Of more sellers not all sets are tried. */
  private static final int MOST_ENUMERATED = CoordinatedSupremum.MOST_SELLERS;

  /**
   * When a state was met.
   *
   * @param round from 1
   * @param atEnd whether the run was over
   */
  public record Moment(int round, boolean atEnd) {}

  /** A claim about one buyer of a state. */
  public Finding of(BuyerClaim claim, State state, int buyer, Moment moment) {
    Situation situation = state.buyers().get(buyer);
    return finding(
        claim,
        state,
        place(moment, situation.spec().id()),
        claim.violation(situation),
        isSearch(claim, state, buyer),
        () -> claim.evidence(situation));
  }

  /** A claim about a whole state. */
  public Finding of(MarketClaim claim, State state, Moment moment) {
    return finding(
        claim,
        state,
        place(moment, ""),
        claim.violation(state),
        claim.about().decision() == Decision.SEARCH,
        () -> claim.evidence(state));
  }

  private Case place(Moment moment, String buyer) {
    return new Case(seed, moment.round(), moment.atEnd(), buyer);
  }

  /** Whether the claim, or trying all sets of so many sellers, is more than can be decided. */
  private static boolean isSearch(Claim claim, State state, int buyer) {
    Decision decision = claim.about().decision();
    return decision == Decision.SEARCH
        || (decision == Decision.ENUMERATION
            && !claim.about().cheap()
            && state.market().reach().degree(buyer) > MOST_ENUMERATED);
  }

  private static Finding finding(
      Claim claim,
      State state,
      Case place,
      double violation,
      boolean isSearch,
      Supplier<String> evidence) {
    double tolerance = state.tolerance(claim.about().unit());
    String why = violation > tolerance ? evidence.get() : "";
    return new Finding(place, violation, tolerance, isSearch, why);
  }
}
