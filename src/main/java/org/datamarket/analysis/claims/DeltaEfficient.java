package org.datamarket.analysis.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.analysis.supremum.RegionOptimum;
import org.datamarket.kind.Kind;

/**
 * max over sellers of the optimum on their influence set Δ − its welfare − ε |λ|: how much a
 * planner would gain by giving out anew what is sold and unsold there. As money can be moved,
 * efficient in Pareto's sense is what leaves no surplus.
 */
@Kind(
    name = "delta-efficient",
    meaning = "At rest, no influence set could have more welfare by more than ε for each buyer.")
public record DeltaEfficient() implements MarketClaim {
  @Override
  public About about() {
    return new About(Source.DRAFT, "at rest", Decision.PLANNER, Unit.MONEY, false);
  }

  @Override
  public double violation(State state) {
    if (!state.isAtRest()) {
      return Double.NaN;
    }
    return sets(state).stream().mapToDouble(set -> excess(state, set)).max().orElse(Double.NaN);
  }

  private static double excess(State state, Influence set) {
    return loss(state, set) - state.epsilon() * set.buyers().size();
  }

  /** The primary sets, each once. */
  private static List<Influence> sets(State state) {
    List<Influence> sets = new ArrayList<>();
    for (int j = 0; j < state.market().sellers(); j++) {
      sets.add(state.influence().primary(j));
    }
    return sets.stream().distinct().toList();
  }

  private static double loss(State state, Influence set) {
    RegionOptimum region = RegionOptimum.of(state.model(), state.market(), set);
    return region.optimum() - region.welfare();
  }

  @Override
  public String evidence(State state) {
    return sets(state).stream()
        .max(Comparator.comparingDouble(set -> excess(state, set)))
        .map(
            worst ->
                "the buyers %s could have %s $ more from the sellers %s"
                    .formatted(worst.buyers(), loss(state, worst), worst.sellers()))
        .orElse("");
  }
}
