package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.Optional;
import org.datamarket.analysis.optimum.CompetitivePrices;
import org.datamarket.analysis.optimum.Plan;
import org.datamarket.mechanism.Outcome.Bounds;
import org.datamarket.mechanism.Outcome.NoDetail;
import org.datamarket.mechanism.Outcome.Payments;
import org.datamarket.mechanism.Outcome.Prices;

/** What mechanisms that reach a plan have in common. */
final class Clearing {
  /** Where between its bounds a price is shown that nobody pays. */
  static final double MIDDLE = 0.5;

  private Clearing() {}

  /** The efficient plan with these payments, each buyer facing λ_½. */
  static Outcome efficient(Setting setting, Optional<Payments> payments, int messages) {
    return of(
        setting.population(),
        setting.plan(),
        setting.prices(),
        setting.prices().between(MIDDLE),
        payments,
        messages);
  }

  /** A plan at prices. */
  static Outcome of(
      Population people,
      Plan plan,
      CompetitivePrices bounds,
      double[] price,
      Optional<Payments> payments,
      int messages) {
    return new Outcome(
        plan.allocation(),
        plan.sold(),
        payments,
        Optional.of(prices(bounds, price)),
        people.unmet(people.leastInReach(price), plan.allocation()),
        messages,
        plan.deliveries(),
        new NoDetail());
  }

  static Prices prices(CompetitivePrices bounds, double[] price) {
    return new Prices(price, Optional.of(new Bounds(bounds.low(), bounds.high())));
  }

  /**
   * Everybody trades at λ: c_i = Λ_i a_i; a seller gets λ_j − f for each GB, and the ISP the fee f.
   */
  static Payments atPrices(Population people, Plan plan, double[] price, double fee) {
    double[] least = people.leastInReach(price);
    double[] cost = new double[least.length];
    Arrays.setAll(cost, i -> plan.allocation()[i] > 0 ? least[i] * plan.allocation()[i] : 0);
    double[] revenue = new double[price.length];
    Arrays.setAll(revenue, j -> plan.sold()[j] > 0 ? (price[j] - fee) * plan.sold()[j] : 0);
    return new Payments(cost, Optional.of(revenue), fee * Arrays.stream(plan.sold()).sum());
  }
}
