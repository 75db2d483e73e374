package org.datamarket.mechanism;

import org.datamarket.analysis.optimum.CompetitivePrices;
import org.datamarket.analysis.optimum.Plan;

/**
 * A population and what is best for it: the plan P(V, r) of true valuations and reserves, which
 * several mechanisms reach and all are measured by (docs/mechanisms.md §1).
 *
 * @param plan P(V, r)
 * @param prices the competitive prices of that plan
 * @param value its value W, Σ V_i(a_i) − Σ r_j sold_j, $
 * @param seed what chance there is in a mechanism comes from this
 */
public record Setting(
    Population population, Plan plan, CompetitivePrices prices, double value, long seed) {

  /** Plans for a population, to which nothing happens by chance. */
  public static Setting of(Population people) {
    return of(people, 0);
  }

  /** Plans for a population. */
  public static Setting of(Population people, long seed) {
    Plan plan =
        Plan.of(people.valuations(), people.quantities(), people.reserves(), people.reach());
    CompetitivePrices prices =
        CompetitivePrices.of(
            plan, people.valuations(), people.quantities(), people.reserves(), people.reach());
    return new Setting(
        people, plan, prices, plan.value(people.valuations(), people.reserves()), seed);
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
