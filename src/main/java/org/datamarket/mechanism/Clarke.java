package org.datamarket.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.market.Linear;
import org.datamarket.market.Valuation;

/**
 * What a buyer's presence costs the others: c_i = W(I∖i) − (W(I) − v_i(a_i)), W being the value of
 * the best plan for the curves reported, reserves included, W(I∖i) with the same supply (Vickrey
 * 1961, Clarke 1971, Groves 1973; docs/mechanisms.md §2). Who gets nothing pays nothing. Each
 * payment takes one more plan.
 */
final class Clarke {
  private static final Valuation NOBODY = new Linear(0, 1);

  private final Population people;
  private final List<Valuation> reports;
  private final Plan plan;
  private final double value;

  /**
   * @param reports v_i by buyer
   * @param plan P(v, r)
   */
  Clarke(Population people, List<Valuation> reports, Plan plan) {
    this.people = people;
    this.reports = reports;
    this.plan = plan;
    this.value = plan.value(reports, people.reserves());
  }

  /** c_i, $: at least 0, at most what the allocation is worth by the report. */
  double payment(int buyer) {
    double total = plan.allocation()[buyer];
    if (total == 0) {
      return 0;
    }
    List<Valuation> others = new ArrayList<>(reports);
    others.set(buyer, NOBODY);
    double without = Plan.bestValue(others, people.quantities(), people.reserves(), people.reach());
    double worth = reports.get(buyer).value(total) - reports.get(buyer).value(0);
    return Math.max(0, Math.min(worth, without - (value - worth)));
  }

  /** Every buyer's payment: as many plans as there are buyers that get something. */
  double[] payments() {
    double[] payments = new double[reports.size()];
    Arrays.setAll(payments, this::payment);
    return payments;
  }
}
