package org.datamarket.mechanism;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.analysis.optimum.Externality;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.Valuation;

/**
 * What a buyer's presence costs the others: c_i = W(I∖i) − (W(I) − v_i(a_i)), W being the value of
 * the best plan for the curves reported, reserves included, W(I∖i) with the same supply (Vickrey
 * 1961, Clarke 1971, Groves 1973; docs/mechanisms.md §2; {@link Externality}). Who gets nothing
 * pays nothing. Payments share what it takes to find them, so they should be asked of one object.
 */
final class Clarke {
  private final Plan plan;
  private final Externality externality;

  /**
   * @param reports v_i by buyer
   * @param plan P(v, r)
   */
  Clarke(Population people, List<Valuation> reports, Plan plan) {
    this.plan = plan;
    this.externality =
        Externality.of(plan, reports, people.quantities(), people.reserves(), people.reach());
  }

  /** c_i, $: at least 0, at most what the allocation is worth by the report. */
  double payment(int buyer) {
    return externality.of(buyer);
  }

  /** Every buyer's payment, $; found from the largest allocation down, which takes least. */
  double[] payments() {
    double[] payments = new double[plan.allocation().length];
    IntStream.range(0, payments.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -plan.allocation()[i]))
        .forEach(i -> payments[i] = payment(i));
    return payments;
  }
}
