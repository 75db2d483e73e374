package org.datamarket.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.datamarket.market.Valuation;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Demand and supply: quantity across, unit price up. */
final class Curve {
  private static final int PRICES = 400;
  private static final int MOST_JUMPS = 200;
  private static final double BEYOND = 2;

  private Curve() {}

  /** So much at one price. */
  record Step(double quantity, double price) {}

  /** Bids as a staircase: what is asked for at each price or above, from the dearest down. */
  static XYSeriesCollection demand(String name, List<Step> bids) {
    XYSeries series = staircase(name, bids, Comparator.comparingDouble(Step::price).reversed());
    if (!series.isEmpty()) {
      series.add(series.getMaxX(), 0);
    }
    return new XYSeriesCollection(series);
  }

  /** Offers as a staircase: what is offered at each price or below, from the cheapest up. */
  static XYSeriesCollection supply(String name, List<Step> offers, double highest) {
    XYSeries series = staircase(name, offers, Comparator.comparingDouble(Step::price));
    if (!series.isEmpty()) {
      series.add(series.getMaxX(), Math.max(series.getMaxY(), BEYOND * highest));
    }
    return new XYSeriesCollection(series);
  }

  private static XYSeries staircase(String name, List<Step> steps, Comparator<Step> order) {
    XYSeries series = new XYSeries(name, false, true);
    double total = 0;
    for (Step step : steps.stream().filter(s -> s.quantity() > 0).sorted(order).toList()) {
      series.add(total, step.price());
      total += step.quantity();
      series.add(total, step.price());
    }
    return series;
  }

  /**
   * What buyers want in all at each price from the highest shown down to 0: Σ θ_i′⁻¹(price). At the
   * prices where θ′ is flat for somebody, demand jumps; the jumps of a few are drawn exactly, those
   * of many are too small to see.
   */
  static XYSeriesCollection wanted(String name, List<Valuation> valuations, double highest) {
    TreeSet<Double> prices = new TreeSet<>();
    for (int k = 0; k <= PRICES; k++) {
      prices.add(highest * k / PRICES);
    }
    Set<Double> jumps = new HashSet<>();
    for (Valuation valuation : valuations) {
      if (valuation.flatUntil() > 0) {
        jumps.add(valuation.marginal(valuation.flatUntil()));
      }
    }
    if (jumps.size() <= MOST_JUMPS) {
      jumps.removeIf(price -> price > highest);
      prices.addAll(jumps);
      jumps.forEach(price -> prices.add(Math.nextUp(price)));
    }
    XYSeries series = new XYSeries(name, false, true);
    for (double price : prices.descendingSet()) {
      series.add(valuations.stream().mapToDouble(v -> v.demandAt(price)).sum(), price);
    }
    return new XYSeriesCollection(series);
  }
}
