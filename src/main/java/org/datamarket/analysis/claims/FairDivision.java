package org.datamarket.analysis.claims;

import java.util.BitSet;
import org.datamarket.kind.Kind;

/** max over sellers and pairs of their winners of θ_i′(a_i) − θ_k′(a_k) − 2√(ε κ̄). */
@Kind(
    name = "fair-division",
    meaning = "At rest, the winners at a seller value their last units alike, within 2√(εκ̄).")
public record FairDivision() implements MarketClaim {
  @Override
  public About about() {
    String hypothesis = "at rest, parabolic valuations, two winners at a seller";
    return new About(Source.DRAFT, hypothesis, Decision.CLEARING, Unit.PRICE, true);
  }

  @Override
  public double violation(State state) {
    return Double.isNaN(state.largestSlope()) || !state.isAtRest() ? Double.NaN : excess(state);
  }

  /** The same whether or not the market is at rest; NaN where no seller has two winners. */
  public static double excess(State state) {
    return apart(state) - 2 * Math.sqrt(state.epsilon() * state.largestSlope());
  }

  /** How far apart the marginal values of two winners at a seller are at most, $/GB. */
  private static double apart(State state) {
    double apart = Double.NaN;
    for (int j = 0; j < state.market().sellers(); j++) {
      BitSet winners = state.influence().winnersAt(j);
      if (winners.cardinality() > 1) {
        double most = winners.stream().mapToDouble(i -> marginal(state, i)).max().orElseThrow();
        double least = winners.stream().mapToDouble(i -> marginal(state, i)).min().orElseThrow();
        apart = Double.isNaN(apart) ? most - least : Math.max(apart, most - least);
      }
    }
    return apart;
  }

  private static double marginal(State state, int buyer) {
    return state.buyers().get(buyer).marginal();
  }

  @Override
  public String evidence(State state) {
    return "the last units of two winners at a seller are worth %s $/GB more and less"
        .formatted(apart(state));
  }
}
