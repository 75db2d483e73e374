package org.datamarket.mechanism;

import org.datamarket.analysis.optimum.CompetitivePrices;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.TieRule;

/**
 * A population and what is best for it: the plan P(V, r) of true valuations and reserves, which
 * several mechanisms reach and all are measured by (docs/mechanisms.md §1).
 *
 * @param plan P(V, r)
 * @param prices the competitive prices of that plan
 * @param value its value W, Σ V_i(a_i) − Σ r_j sold_j, $
 * @param rules what else a market says
 */
public record Setting(
    Population population, Plan plan, CompetitivePrices prices, double value, Rules rules) {

  /**
   * What a market says besides who is there. Few mechanisms regard it.
   *
   * @param seed all chance comes from this
   * @param epsilon ε, the bid fee, $, at least 0
   * @param ties what happens between bids of the same price
   * @param roundLimit the most rounds that are played, at least 1
   */
  public record Rules(long seed, double epsilon, TieRule ties, int roundLimit) {
    /** Of a market that says nothing else. */
    public static final Rules NONE = new Rules(0, 0.1, TieRule.PROPORTIONAL, 1_000);
  }

  /** Plans for a population, without rules of its own. */
  public static Setting of(Population people) {
    return of(people, Rules.NONE);
  }

  /** Plans for a population. */
  public static Setting of(Population people, Rules rules) {
    Plan plan =
        Plan.of(people.valuations(), people.quantities(), people.reserves(), people.reach());
    CompetitivePrices prices =
        CompetitivePrices.of(
            plan, people.valuations(), people.quantities(), people.reserves(), people.reach());
    return new Setting(
        people, plan, prices, plan.value(people.valuations(), people.reserves()), rules);
  }

  /** Σ θ_κ,i(0), what buyers have without any market, $. */
  public double withoutMarket() {
    double sum = 0;
    for (int i = 0; i < population.buyers(); i++) {
      sum += population.value(i, 0);
    }
    return sum;
  }

  /** The most that welfare can be, $. */
  public double optimum() {
    return withoutMarket() + value;
  }
}
