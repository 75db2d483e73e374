package org.datamarket.mechanism;

import java.util.Optional;
import org.datamarket.analysis.optimum.CompetitivePrices;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;

/**
 * The ISP as middleman when all have learnt to name the price at which demand meets supply (Yu,
 * Cheung &amp; Huang, <i>Economics of mobile data trading market</i>, arXiv 2012.02491): {@link
 * UniformPrice} with asks r_j + f. Buyers pay Λ_i, sellers get λ_j − f, the ISP f for each GB. A
 * reconstruction (docs/mechanisms.md §5).
 *
 * @param k in [0, 1]
 */
@Kind(
    name = "isp-common",
    meaning =
        "All trade at a competitive price and the ISP charges a fee for each unit (a"
            + " reconstruction).")
public record IspCommon(
    @Meaning(value = UniformPrice.BETWEEN, unit = "1", range = "[0, 1]", otherwise = "0.5")
        double k)
    implements Mechanism {

  /**
   * @throws IllegalArgumentException if a parameter is outside its range
   */
  public IspCommon {
    Ranges.share("k", k);
  }

  @Override
  public Outcome clear(Setting setting) {
    Population people = setting.population();
    if (people.fee() == 0) {
      return new UniformPrice(k).clear(setting);
    }
    double[] asks = people.asks();
    Plan plan = Plan.of(people.valuations(), people.quantities(), asks, people.reach());
    CompetitivePrices bounds =
        CompetitivePrices.of(plan, people.valuations(), people.quantities(), asks, people.reach());
    double[] price = bounds.between(k);
    return Clearing.of(
        people,
        plan,
        bounds,
        price,
        Optional.of(Clearing.atPrices(people, plan, price, people.fee())),
        people.buyers());
  }
}
