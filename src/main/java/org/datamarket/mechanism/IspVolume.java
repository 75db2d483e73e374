package org.datamarket.mechanism;

import java.util.Arrays;
import org.datamarket.analysis.optimum.NestedRation;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Bid;
import org.datamarket.market.Reach;

/**
 * The ISP as middleman, matching as much as it can: the most volume over pairs with π_i ≥ σ_j,
 * rationed like a posted price. It keeps fee and spread. A reconstruction after Zheng et al.,
 * INFOCOM 2015 ({@link IspOffers}; docs/mechanisms.md §5).
 *
 * @param shade φ in [0, 1]
 */
@Kind(
    name = "isp-volume",
    meaning =
        "The ISP matches as many units of buyers' and sellers' offers as it can (a"
            + " reconstruction).")
public record IspVolume(
    @Meaning(value = IspSplit.SHADE, unit = "1", range = "[0, 1]", otherwise = "0.5") double shade)
    implements Mechanism {

  /**
   * @throws IllegalArgumentException if a parameter is outside its range
   */
  public IspVolume {
    Ranges.share("shade", shade);
  }

  @Override
  public Outcome clear(Setting setting) {
    Population people = setting.population();
    IspOffers offers = IspOffers.of(people, shade);
    double[] wants = offers.offers().stream().mapToDouble(Bid::quantity).toArray();
    if (people.reach().isFull()) {
      double[] limits = offers.offers().stream().mapToDouble(Bid::price).toArray();
      NestedRation nested = NestedRation.of(wants, limits, people.quantities(), offers.asks());
      return offers.outcome(people, nested.allocation(), nested.sold(), nested.deliveries());
    }
    Plan plan = Plan.rationed(wants, people.quantities(), affordable(people.reach(), offers));
    return offers.outcome(people, plan.allocation(), plan.sold(), plan.deliveries());
  }

  /** Who sees a seller whose ask it can pay. */
  private static Reach affordable(Reach reach, IspOffers offers) {
    int[][] sellers = new int[reach.buyers()][];
    for (int i = 0; i < sellers.length; i++) {
      int[] affordable = new int[reach.degree(i)];
      int count = 0;
      for (int k = 0; k < affordable.length; k++) {
        int seller = reach.seller(i, k);
        if (offers.asks()[seller] <= offers.offers().get(i).price()) {
          affordable[count++] = seller;
        }
      }
      sellers[i] = Arrays.copyOf(affordable, count);
    }
    return Reach.of(sellers, reach.sellers());
  }
}
