package org.datamarket.claims.search;

import java.util.Optional;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.State;
import org.datamarket.model.MarketModel;

/**
 * Whether a claim fails in a market so clearly that it is no matter of rounding.
 *
 * @param claim the claim
 * @param atRest whether it is judged where the market comes to rest when it is played from no bids;
 *     otherwise on the bids and reserves with which the market begins
 * @param withoutTies whether a market counts only if no two prices are equal in it
 */
public record Question(Claim claim, boolean atRest, boolean withoutTies) {
  /** What fails by less, in the unit of the claim, proves nothing. */
  private static final double LEAST = 0.02;

  /** Nor does what fails by less than so many tolerances. */
  private static final double TOLERANCES = 1e3;

  /** How the claim fares; empty if the market does not come to rest, or has ties. */
  Optional<Finding> ask(MarketModel model) {
    return state(model)
        .filter(state -> !withoutTies || !EqualPrices.areIn(state))
        .map(state -> Finding.of(claim, state));
  }

  /** Whether it fails clearly. */
  boolean fails(MarketModel model) {
    return ask(model).filter(found -> isClear(found.state(), found.violation())).isPresent();
  }

  /** Whether a violation is beyond all doubt; NaN is not. */
  static boolean isClear(State state, double violation) {
    return violation >= Math.max(LEAST, TOLERANCES * state.tolerance());
  }

  private Optional<State> state(MarketModel model) {
    return atRest ? Rest.of(model).map(Rest::state) : Optional.of(State.beginning(model));
  }
}
