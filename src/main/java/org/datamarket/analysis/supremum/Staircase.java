package org.datamarket.analysis.supremum;

import java.util.Arrays;
import org.datamarket.market.Auction;
import org.datamarket.market.UnitCursor;

/**
 * The units that one more bidder can have at an auction, P(z), as steps from the cheapest up. The
 * steps up to a price end at the residual supply there.
 */
final class Staircase {
  private final double[] prices;
  private final double[] ends;

  private Staircase(double[] prices, double[] ends) {
    this.prices = prices;
    this.ends = ends;
  }

  static Staircase of(Auction rivals) {
    double[] prices = new double[rivals.size() + 1];
    double[] ends = new double[rivals.size() + 1];
    int steps = 0;
    for (UnitCursor units = rivals.units(); units.isValid(); units.next()) {
      double begins = steps == 0 ? 0 : ends[steps - 1];
      if (steps > 0 && prices[steps - 1] == units.price()) {
        steps--;
      }
      prices[steps] = units.price();
      ends[steps++] = begins + units.quantity();
    }
    return new Staircase(Arrays.copyOf(prices, steps), Arrays.copyOf(ends, steps));
  }

  int steps() {
    return prices.length;
  }

  /** The unit price of a step, $/GB; higher from step to step. */
  double price(int step) {
    return prices[step];
  }

  /** How much there is up to the end of a step, GB. */
  double end(int step) {
    return ends[step];
  }

  /** How much there is at a price or below it, GB. */
  double upTo(double price) {
    double quantity = 0;
    for (int step = 0; step < prices.length && prices[step] <= price; step++) {
      quantity = ends[step];
    }
    return quantity;
  }
}
