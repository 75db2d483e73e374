package org.datamarket.strategy.supply;

import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;

/**
 * The buyer's price for a total, set to a rival's price or a reserve that it sees when the two
 * differ by rounding only. Shading makes different buyers land on exactly equal prices, and without
 * this the last bit would decide who wins (docs/model.md §4, step 5).
 */
public final class VisiblePrices {
  /** Prices that differ by at most this share are one price. */
  public static final double SAME = 1e-9;

  private VisiblePrices() {}

  /** θ′(z), or the visible price that it equals but for rounding. O(reach · log bids). */
  public static double priceFor(Valuation valuation, double total, BuyerView view) {
    double price = valuation.marginal(total);
    if (Double.isInfinite(price)) {
      return price;
    }
    double best = price;
    double distance = SAME * price;
    for (int k = 0; k < view.size(); k++) {
      double visible = view.rivals(k).nearestPrice(price);
      double apart = Math.abs(visible - price);
      if (apart < distance || (apart == distance && best == price)) {
        best = visible;
        distance = apart;
      }
    }
    return best;
  }

  /** A price, or the rival's price or the reserve that it equals but for rounding. O(log bids). */
  public static double asVisible(double price, Auction rivals) {
    double visible = rivals.nearestPrice(price);
    return Math.abs(visible - price) <= SAME * price ? visible : price;
  }

  /**
   * θ′(z) as it is visible, and not an ulp below the dearest unit that the bids are to buy: prices
   * that differ by rounding are one price.
   *
   * @param dearest the price of that unit, $/GB, at most θ′(z) but for rounding
   */
  public static double priceFor(Valuation valuation, double total, BuyerView view, double dearest) {
    double price = priceFor(valuation, total, view);
    return dearest <= price * (1 + SAME) ? Math.max(price, dearest) : price;
  }

  /** The lowest step of any visible seller's supply above a price; infinite if there is none. */
  public static double nextStepAbove(double price, BuyerView view) {
    double next = Double.POSITIVE_INFINITY;
    for (int k = 0; k < view.size(); k++) {
      next = Math.min(next, view.rivals(k).nextStepAbove(price));
    }
    return next;
  }
}
