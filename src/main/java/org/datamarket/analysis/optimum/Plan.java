package org.datamarket.analysis.optimum;

import java.util.Arrays;
import java.util.List;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;

/**
 * The planner's optimum with every tie settled, to the last (docs/mechanisms.md §1): among the
 * plans that
 *
 * <pre>  maximise  Σ_i v_i(a_i) − Σ_j r_j sold_j   over the network ,</pre>
 *
 * <ol>
 *   <li>one with the largest volume Σ_j sold_j;
 *   <li>of these, the one in which buyers at a jump of their demand, g_i = D_i(Λ_i) − D_i(Λ_i⁺)
 *       with Λ_i the least price in reach, have shares t_i / g_i of it that are as equal as the
 *       network allows (the least Σ t_i² / g_i);
 *   <li>of these, the one in which sellers at one price keep equal shares of what they have (the
 *       least Σ_j (D_j − sold_j)² / D_j).
 * </ol>
 *
 * <p>So the totals are unique; who has what from whom is not. With full reach one price tells all,
 * found in O(64 (I + J)) steps ({@link FullReachOptimum}). Otherwise prices come from {@link
 * Decomposition}, which takes some tens of largest flows on the network (O(arcs) each, times the
 * handful of rounds of Dinitz's method), and {@link TieBreak} settles each group of one price by at
 * most two more decompositions.
 *
 * @param allocation a_i by buyer, GB; not to be written to, as the other arrays
 * @param sold by seller, GB
 * @param prices one competitive λ_j by seller, $/GB, at least the reserve; NaN for a seller of
 *     nothing
 * @param deliveries some flow with these totals, by buyer and then by seller
 */
public record Plan(double[] allocation, double[] sold, double[] prices, List<Delivery> deliveries) {

  /**
   * Finds the plan.
   *
   * @param valuations v_i by buyer, as reported
   * @param quantities D_j by seller, GB, finite and at least 0
   * @param reserves r_j by seller, $/GB, finite and at least 0
   * @param reach who sees whom
   * @throws IllegalArgumentException if the sizes do not match or a number is outside its range
   */
  public static Plan of(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    PlannersOptimum.check(valuations, quantities, reserves, reach);
    Instance instance = Instance.of(valuations, quantities, reserves, reach);
    if (instance.isFull()) {
      return of(instance, instance.onePrice());
    }
    return TieBreak.settle(instance, instance.decomposed());
  }

  /**
   * The value Σ_i [v_i(a_i) − v_i(0)] − Σ_j r_j sold_j of the best plan, $: that of {@link #of},
   * without settling ties.
   */
  public static double bestValue(
      List<Valuation> valuations, double[] quantities, double[] reserves, Reach reach) {
    Instance instance = Instance.of(valuations, quantities, reserves, reach);
    Allotment best = instance.isFull() ? instance.onePrice() : instance.decomposed();
    return Math.max(0, of(instance, best).value(valuations, reserves));
  }

  /**
   * Data given out without regard to what it is worth: as much as the network allows, fills a_i /
   * w_i as equal as it allows, and sellers keeping equal shares.
   *
   * @param wants w_i by buyer, GB, at least 0
   */
  public static Plan rationed(double[] wants, double[] quantities, Reach reach) {
    List<Valuation> rations =
        Arrays.stream(wants).<Valuation>mapToObj(want -> new Ration(0, want)).toList();
    return of(rations, quantities, new double[quantities.length], reach);
  }

  /** Σ_i [v_i(a_i) − v_i(0)] − Σ_j r_j sold_j, $. */
  public double value(List<Valuation> valuations, double[] reserves) {
    double value = 0;
    for (int i = 0; i < allocation.length; i++) {
      if (allocation[i] > 0) {
        value += valuations.get(i).value(allocation[i]) - valuations.get(i).value(0);
      }
    }
    for (int j = 0; j < sold.length; j++) {
      value -= reserves[j] * sold[j];
    }
    return value;
  }

  /** An allotment as a plan, with the totals that it delivers. */
  private static Plan of(Instance instance, Allotment allotment) {
    double[] offered = instance.offered(allotment.prices());
    double[] allocation = new double[instance.wants().length];
    double[] sold = new double[instance.has().length];
    for (Delivery delivery : allotment.deliveries()) {
      allocation[delivery.buyer()] += delivery.quantity();
      sold[delivery.seller()] += delivery.quantity();
    }
    double least = Arrays.stream(offered).filter(price -> !Double.isNaN(price)).min().orElse(0);
    boolean onePrice = instance.isFull();
    double supply = Arrays.stream(instance.quantities()).sum();
    for (int i = 0; i < allocation.length; i++) {
      boolean takes = onePrice && instance.wants()[i];
      allocation[i] =
          takes
              ? Jump.at(instance.valuations().get(i), least).rounded(allocation[i], supply)
              : allocation[i];
    }
    Rounded.sales(sold, instance.quantities());
    return new Plan(allocation, sold, offered, allotment.sorted());
  }
}
