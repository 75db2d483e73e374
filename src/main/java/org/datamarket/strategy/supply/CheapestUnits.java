package org.datamarket.strategy.supply;

import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;

/**
 * The best a buyer can do by any bids whatever, rivals' bids and reserves as they stand: with
 * perfect substitutes it takes the market's residual units from the cheapest up while its marginal
 * valuation exceeds their price, within its budget (Blazek &amp; Harris 2025; docs/model.md §4,
 * §7). It is a supremum: a bid that ties with a rival may get a little less.
 *
 * <p>Takes O(reach · log bids) and O(log reach) for each step of supply taken.
 *
 * @param total z*, GB
 * @param cost what these units cost, $
 * @param dearest the price of the dearest of them, $/GB; 0 if there are none
 */
public record CheapestUnits(double total, double cost, double dearest) {

  /**
   * The units that are worth their price, and can be paid.
   *
   * @param budget the most they may cost, $, at least 0; infinite when unlimited
   */
  public static CheapestUnits worthwhile(Valuation valuation, double budget, BuyerView view) {
    return worthwhile(valuation, budget, new MergedUnits(view));
  }

  /**
   * The same of some sellers' units.
   *
   * @param units theirs, from the first; used up
   */
  public static CheapestUnits worthwhile(Valuation valuation, double budget, MergedUnits units) {
    double total = 0;
    double cost = 0;
    double dearest = 0;
    while (units.isValid()) {
      double price = units.price();
      double limit = demandAbove(valuation, price);
      double wanted = limit - total;
      double affordable = price > 0 ? (budget - cost) / price : Double.POSITIVE_INFINITY;
      double taken = Math.min(units.quantity(), Math.min(wanted, affordable));
      if (taken <= 0) {
        break;
      }
      total = taken == wanted ? limit : Math.min(limit, total + taken);
      cost += price * taken;
      dearest = price;
      if (taken < units.quantity()) {
        break;
      }
      units.next();
    }
    return new CheapestUnits(total, cost, dearest);
  }

  /**
   * How the cheapest units of a total lie with the visible sellers, GB for each place in the view.
   */
  public static double[] split(BuyerView view, double total) {
    return split(new MergedUnits(view), view.size(), total);
  }

  /**
   * The same of some sellers' units.
   *
   * @param units theirs, from the first; used up
   * @param places how many places the view has
   */
  public static double[] split(MergedUnits units, int places, double total) {
    double[] asks = new double[places];
    double left = total;
    while (left > 0 && units.isValid()) {
      double taken = Math.min(left, units.quantity());
      asks[units.place()] += taken;
      left -= taken;
      units.next();
    }
    return asks;
  }

  /** The largest total whose last unit is worth more than a price: where θ′ is flat at it, none. */
  private static double demandAbove(Valuation valuation, double price) {
    double flat = valuation.flatUntil();
    return flat > 0 && valuation.marginal(flat) <= price ? 0 : valuation.demandAt(price);
  }
}
