package org.datamarket.analysis.claims;

import java.util.ArrayList;
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
    return sets(state).stream()
        .mapToDouble(set -> loss(state, set) - state.epsilon() * set.buyers().size())
        .max()
        .orElse(Double.NaN);
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
    List<String> losses = new ArrayList<>();
    for (Influence set : sets(state)) {
      losses.add(
          "buyers %s at sellers %s: %s $".formatted(set.buyers(), set.sellers(), loss(state, set)));
    }
    return "welfare lost by %s".formatted(String.join("; ", losses));
  }
}
