package org.datamarket.mechanism;

import java.util.Arrays;
import org.datamarket.analysis.optimum.Plan;

/**
 * The market at one posted price p (docs/mechanisms.md §3): sellers with r_j ≤ p offer all they
 * have, buyers want w_i = D_i(p), each as a price-taker; where that is too much it is rationed as
 * random service does in expectation, fills a_i / w_i as equal as the network allows, and sellers
 * without regard to their reserves: a posted price carries no costs.
 *
 * @param price p, $/GB
 * @param side where the market stands at a jump
 * @param wants w_i by buyer, GB
 * @param plan who gets and sells what
 */
record PostedMarket(double price, Side side, double[] wants, Plan plan) {

  static PostedMarket at(Population people, double price, Side side) {
    return at(people, price, side, wants(people, price, side));
  }

  /** w_i = D_i(p) by buyer, or just above it, GB. */
  static double[] wants(Population people, double price, Side side) {
    double justAt = side == Side.ABOVE ? Math.nextUp(price) : price;
    double[] wants = new double[people.buyers()];
    Arrays.setAll(wants, i -> people.valuations().get(i).demandAt(justAt));
    return wants;
  }

  static PostedMarket at(Population people, double price, Side side, double[] wants) {
    double[] offers = new double[people.sellers()];
    Arrays.setAll(
        offers, j -> offers(people.reserves()[j], price, side) ? people.quantities()[j] : 0);
    return new PostedMarket(price, side, wants, Plan.rationed(wants, offers, people.reach()));
  }

  /** Whether a seller offers at this price. */
  static boolean offers(double reserve, double price, Side side) {
    return side == Side.BELOW ? reserve < price : reserve <= price;
  }

  /** p · volume(p), $. */
  double revenue() {
    return price * Arrays.stream(plan.sold()).sum();
  }

  /** Σ θ_κ,i(a_i) − Σ r_j sold_j, $. */
  double welfare(Population people) {
    double welfare = 0;
    for (int i = 0; i < people.buyers(); i++) {
      welfare += people.value(i, plan.allocation()[i]);
    }
    for (int j = 0; j < people.sellers(); j++) {
      welfare -= people.reserves()[j] * plan.sold()[j];
    }
    return welfare;
  }
}
