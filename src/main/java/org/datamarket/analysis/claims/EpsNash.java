package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;
import org.datamarket.strategy.supply.Totals;

/**
 * max_i sup_i − u_i − k ε at rest: how much more than k ε some buyer could gain by any bids
 * whatever. A buyer that cannot pay for its bids counts for nothing here.
 */
public interface EpsNash extends MarketClaim {
  /** k, how many ε may be gained. */
  int fees();

  @Override
  default About about() {
    String hypothesis = "at rest, proportional ties";
    return new About(Source.OPT_OUT, hypothesis, Decision.SUPREMUM, Unit.MONEY, true);
  }

  @Override
  default double violation(State state) {
    if (!state.isProportional() || !state.isAtRest()) {
      return Double.NaN;
    }
    return gain(state) - fees() * state.epsilon();
  }

  /** The largest gain, $. */
  private static double gain(State state) {
    double largest = 0;
    for (Situation buyer : state.buyers()) {
      double cost = buyer.view().cost(buyer.bids());
      if (Totals.pays(buyer.terms().budget(), cost)) {
        largest = Math.max(largest, buyer.best() - buyer.utility());
      }
    }
    return largest;
  }

  @Override
  default String evidence(State state) {
    return "a buyer could still gain %s $".formatted(gain(state));
  }

  /** Within ε. */
  @Kind(
      name = "eps-nash",
      meaning = "A market at rest is an ε-Nash equilibrium: nobody gains more than ε by any bids.")
  record OneFee() implements EpsNash {
    @Override
    public int fees() {
      return 1;
    }
  }

  /** Within 2 ε, as a reply may be worth ε less than the best, and a gain of ε is not taken. */
  @Kind(
      name = "eps-nash-2",
      meaning = "A market at rest is a 2ε-Nash equilibrium: nobody gains more than 2ε by any bids.")
  record TwoFees() implements EpsNash {
    @Override
    public int fees() {
      return 2;
    }
  }
}
