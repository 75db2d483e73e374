package org.datamarket.mechanism;

import java.util.List;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.StepCurve;
import org.datamarket.market.Valuation;

/**
 * The ISP as middleman, matching for its own gain: the flows Ω that maximise Σ (π_i − σ_j) Ω_ij
 * with Σ_j Ω_ij ≤ b_i and Σ_i Ω_ij ≤ D_j, that is, the plan of curves that are π_i up to b_i and of
 * the asks. It keeps fee and spread. A reconstruction after Zheng et al., INFOCOM 2015 ({@link
 * IspOffers}; docs/mechanisms.md §5).
 *
 * @param shade φ in [0, 1]
 */
@Kind(
    name = "isp-split",
    meaning =
        "The ISP matches offers for the largest spread between what buyers pay and sellers get"
            + " (a reconstruction).")
public record IspSplit(
    @Meaning(value = SHADE, unit = "1", range = "[0, 1]", otherwise = "0.5") double shade)
    implements Mechanism {
  static final String SHADE =
      "Where between the least ask in reach and the mean worth of what it would take at that a"
          + " buyer's price lies: 0 is the ask.";

  /**
   * @throws IllegalArgumentException if a parameter is outside its range
   */
  public IspSplit {
    Ranges.share("shade", shade);
  }

  @Override
  public Outcome clear(Setting setting) {
    Population people = setting.population();
    IspOffers offers = IspOffers.of(people, shade);
    List<Valuation> curves =
        offers.offers().stream()
            .<Valuation>map(offer -> new StepCurve(offer.isNone() ? List.of() : List.of(offer)))
            .toList();
    Plan plan = Plan.of(curves, people.quantities(), offers.asks(), people.reach());
    return offers.outcome(people, plan.allocation(), plan.sold(), plan.deliveries());
  }
}
