package org.datamarket.claims.search;

import java.util.OptionalInt;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.Situation;
import org.datamarket.analysis.claims.State;

/**
 * How a claim fares in a state.
 *
 * @param state the state
 * @param violation by how much it fails, of the buyers by the most; NaN where it does not apply
 * @param buyer the number of the buyer for whom that is so; empty for a claim about the market
 */
record Finding(State state, double violation, OptionalInt buyer) {

  static Finding of(Claim claim, State state) {
    if (claim instanceof MarketClaim market) {
      return new Finding(state, market.violation(state), OptionalInt.empty());
    }
    double worst = Double.NaN;
    int at = 0;
    for (Situation buyer : state.buyers()) {
      double violation = ((BuyerClaim) claim).violation(buyer);
      if (violation > worst || (Double.isNaN(worst) && !Double.isNaN(violation))) {
        worst = violation;
        at = buyer.number();
      }
    }
    return new Finding(state, worst, OptionalInt.of(at));
  }
}
