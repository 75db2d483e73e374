package org.datamarket.analysis.claims;

import org.datamarket.analysis.supremum.UnsoldUnits;
import org.datamarket.kind.Kind;

/** max_i of what i would gain by units that nobody has, at their reserves, − ε. */
@Kind(
    name = "pareto-unsold",
    meaning = "At rest, nobody gains more than ε by units that nobody has, at their reserves.")
public record ParetoUnsold() implements MarketClaim {
  @Override
  public About about() {
    return new About(Source.DRAFT, "at rest", Decision.CLEARING, Unit.MONEY, true);
  }

  @Override
  public double violation(State state) {
    return state.isAtRest() ? excess(state) : Double.NaN;
  }

  /** The same whether or not the market is at rest. */
  public static double excess(State state) {
    return gain(state) - state.epsilon();
  }

  private static double gain(State state) {
    double most = 0;
    for (Situation buyer : state.buyers()) {
      most = Math.max(most, UnsoldUnits.of(buyer.terms(), state.market(), buyer.number()).gain());
    }
    return most;
  }

  @Override
  public String evidence(State state) {
    return "a buyer would gain %s $ by units that nobody has".formatted(gain(state));
  }
}
