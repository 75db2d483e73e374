package org.datamarket.mechanism;

import java.io.Serializable;
import java.util.Arrays;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;

/**
 * Who has what of what trade is worth: buyers, sellers and the ISP (docs/mechanisms.md §1). What
 * depends on payments is NaN where nobody pays. Buyers', sellers' and the ISP's parts add up to the
 * welfare.
 *
 * @param paid Σ c_i, $
 * @param buyers Σ θ_κ,i(0) + V_i(a_i) − c_i, $
 * @param sellers revenue − Σ r_j sold_j, $
 * @param ispMargin paid − revenue, $: what the ISP keeps of it
 * @param overage Σ x_i, what buyers buy from the ISP, GB
 * @param overageRevenue Σ p_κ x_i, $
 * @param overageBefore Σ p_κ x_i⁰, what the ISP would earn without a market, $
 * @param ispProfit Σ p_κ x_i + the margin, $
 * @param ispGain the profit less what the ISP would earn without a market, $
 * @param ispGainBound the most that the gain could be with this allocation under any rule by which
 *     nobody loses: the worth of additional use less the reserves of all that is sold, $
 * @param unserved Σ [d_i − a_i − x_i]⁺, GB
 */
public record Surplus(
    double paid,
    double buyers,
    double sellers,
    double ispMargin,
    double overage,
    double overageRevenue,
    double overageBefore,
    double ispProfit,
    double ispGain,
    double ispGainBound,
    double unserved)
    implements Serializable {

  /**
   * The surplus of an allocation.
   *
   * @param allocation a_i by buyer, GB
   * @param sold by seller, GB
   * @param paid Σ c_i, $; NaN where nobody pays
   * @param margin what of it the ISP keeps, $; NaN where nobody pays
   */
  public static Surplus of(
      Population people, double[] allocation, double[] sold, double paid, double margin) {
    return new Parts(people, allocation, sold).surplus(paid, margin);
  }

  /** θ_κ,i(a_i) in all, $. */
  static double worth(Population people, double[] allocation) {
    double worth = 0;
    for (int i = 0; i < allocation.length; i++) {
      worth += people.value(i, allocation[i]);
    }
    return worth;
  }

  /** Σ r_j sold_j, $. */
  static double kept(Population people, double[] sold) {
    double kept = 0;
    for (int j = 0; j < sold.length; j++) {
      kept += people.reserves()[j] * sold[j];
    }
    return kept;
  }

  private record Parts(Population people, double[] allocation, double[] sold) {

    Surplus surplus(double paid, double margin) {
      double[] overage = new double[allocation.length];
      Arrays.setAll(overage, i -> people.overage(i, allocation[i]));
      double[] before = new double[allocation.length];
      Arrays.setAll(before, i -> people.overage(i, 0));
      double[] lost = new double[allocation.length];
      Arrays.setAll(lost, i -> Math.min(allocation[i], before[i]));
      double reserves = kept(people, sold);
      double bill = bill(overage);
      return new Surplus(
          paid,
          worth(people, allocation) - paid,
          paid - margin - reserves,
          margin,
          Arrays.stream(overage).sum(),
          bill,
          bill(before),
          bill + margin,
          margin - bill(lost),
          additionalUse(lost) - reserves,
          unserved(overage));
    }

    private double bill(double[] quantities) {
      double bill = 0;
      for (int i = 0; i < quantities.length; i++) {
        bill += people.ispBill(i, quantities[i]);
      }
      return bill;
    }

    /**
     * Σ θ_i(a_i) − θ_i(displaced_i), θ being the valuation without the ISP.
     *
     * @param displaced min(a_i, x_i⁰) by buyer, GB
     */
    private double additionalUse(double[] displaced) {
      double additional = 0;
      for (int i = 0; i < allocation.length; i++) {
        if (displaced[i] < allocation[i]) {
          Valuation own = WithIsp.without(people.valuations().get(i));
          additional += own.value(allocation[i]) - own.value(displaced[i]);
        }
      }
      return additional;
    }

    private double unserved(double[] overage) {
      double unserved = 0;
      for (int i = 0; i < allocation.length; i++) {
        double demand = people.valuations().get(i).demand();
        unserved += Math.max(0, demand - allocation[i] - overage[i]);
      }
      return unserved;
    }
  }
}
