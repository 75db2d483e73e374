package org.datamarket.claims.search;

import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.PriceOrdering;
import org.datamarket.analysis.claims.State;
import org.datamarket.model.MarketModel;

/**
 * Whether a claim fails in a market so clearly that it is no matter of rounding. A claim about
 * markets at rest is judged where the market comes to rest when it is played from no bids, in the
 * order of its buyers; any other on the bids and reserves with which the market begins.
 *
 * @param claim the claim
 * @param withoutTies whether a market counts only if no two prices are equal in it
 */
public record Question(Claim claim, boolean withoutTies) {
  /** Both questions about a claim: ties hide other reasons for which it fails. */
  public static List<Question> about(Claim claim) {
    return List.of(new Question(claim, false), new Question(claim, true));
  }

  /** Whether the market is played before it is judged. */
  public boolean isAtRest() {
    return claim instanceof PriceOrdering || claim.about().needsRest();
  }

  /** How the claim fares; empty if the market does not come to rest, or has ties. */
  Optional<Finding> ask(MarketModel model) {
    return state(model)
        .filter(state -> !withoutTies || !EqualPrices.areIn(state))
        .map(state -> Finding.of(claim, state));
  }

  /** Whether it fails, and by enough to be beyond all doubt. */
  boolean fails(MarketModel model) {
    return ask(model)
        .filter(found -> found.violation() >= found.state().margin(claim.about().unit()))
        .isPresent();
  }

  private Optional<State> state(MarketModel model) {
    return isAtRest() ? Rest.of(model).map(Rest::state) : Optional.of(State.beginning(model));
  }
}
