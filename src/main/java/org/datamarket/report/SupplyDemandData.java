package org.datamarket.report;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.figure.Staircase;
import org.datamarket.figure.Step;
import org.datamarket.figure.SupplyDemand;

/**
 * Supply and demand as the page has them. Curves are lists of quantity and price in turn.
 *
 * @param top the highest price that is shown
 * @param most the most quantity that is shown
 * @param low where it clears, without a twentieth of the quantity at either end; null if nowhere
 * @param wanted null if the valuations are not known
 * @param own null if no reserve has moved
 * @param thinned whether steps too small to see are left out
 */
record SupplyDemandData(
    Number top,
    Number most,
    Number sold,
    Number low,
    Number high,
    List<Number> wanted,
    List<Number> asked,
    List<Number> offered,
    List<Number> own,
    boolean thinned) {
  private static final int MOST_STEPS = 400;
  private static final int DIGITS = 6;
  private static final double TAIL = 0.05;

  static SupplyDemandData of(SupplyDemand market) {
    double sold = market.cleared().total();
    return new SupplyDemandData(
        Values.of(market.highestPrice(), DIGITS),
        Values.of(market.mostQuantity(), DIGITS),
        Values.of(market.sold(), DIGITS),
        Values.of(market.cleared().priceAt(TAIL * sold), DIGITS),
        Values.of(market.cleared().priceAt((1 - TAIL) * sold), DIGITS),
        market.wanted().map(SupplyDemandData::curve).orElse(null),
        curve(market.asked()),
        curve(market.offered()),
        market.haveReservesMoved() ? curve(market.own()) : null,
        Math.max(market.asked().steps().size(), market.offered().steps().size()) > MOST_STEPS);
  }

  private static List<Number> curve(Staircase steps) {
    return curve(steps.corners(MOST_STEPS));
  }

  private static List<Number> curve(List<Step> points) {
    List<Number> curve = new ArrayList<>(2 * points.size());
    for (Step point : points) {
      curve.add(Values.of(point.quantity(), DIGITS));
      curve.add(Values.of(point.price(), DIGITS));
    }
    return curve;
  }
}
