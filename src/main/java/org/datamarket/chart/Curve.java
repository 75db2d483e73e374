package org.datamarket.chart;

import java.util.List;
import org.datamarket.figure.Staircase;
import org.datamarket.figure.Step;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Demand and supply as lines: quantity across, unit price up. */
final class Curve {
  private static final double BEYOND = 2;

  private Curve() {}

  static XYSeriesCollection through(List<Step> points) {
    XYSeries series = new XYSeries("curve", false, true);
    points.forEach(point -> series.add(point.quantity(), point.price()));
    return new XYSeriesCollection(series);
  }

  /** Bids, down to a price of 0 at the end. */
  static XYSeriesCollection demand(Staircase bids) {
    List<Step> corners = bids.corners();
    if (!corners.isEmpty()) {
      corners.add(new Step(corners.get(corners.size() - 1).quantity(), 0));
    }
    return through(corners);
  }

  /** Offers, up to far above the highest price shown at the end. */
  static XYSeriesCollection supply(Staircase offers, double highest) {
    List<Step> corners = offers.corners();
    if (!corners.isEmpty()) {
      double beyond = Math.max(offers.last(), BEYOND * highest);
      corners.add(new Step(corners.get(corners.size() - 1).quantity(), beyond));
    }
    return through(corners);
  }
}
