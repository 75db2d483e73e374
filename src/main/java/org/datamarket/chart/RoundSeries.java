package org.datamarket.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.datamarket.analysis.RoundMeasures;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Series over rounds. Rounds without a number leave a gap. What is there for a single round only is
 * drawn across it, from half a round before to half a round after, so that it can be seen.
 */
final class RoundSeries {
  private static final double HALF = 0.5;

  private RoundSeries() {}

  /** Whether nobody pays, so that there are neither prices nor utilities. */
  static boolean areUnpaid(List<RoundMeasures> rounds) {
    return !rounds.isEmpty() && rounds.stream().allMatch(round -> Double.isNaN(round.revenue()));
  }

  /** A line. */
  static XYSeriesCollection line(
      String name, List<RoundMeasures> rounds, ToDoubleFunction<RoundMeasures> value) {
    XYSeries series = new XYSeries(name, false, true);
    if (rounds.size() == 1) {
      double only = value.applyAsDouble(rounds.get(0));
      series.add(1 - HALF, only);
      series.add(1 + HALF, only);
    } else {
      rounds.forEach(round -> series.add(round.round(), value.applyAsDouble(round)));
    }
    return new XYSeriesCollection(series);
  }

  /** A band between two values, with a series for each stretch of rounds that have both. */
  static YIntervalSeriesCollection band(
      String name,
      List<RoundMeasures> rounds,
      ToDoubleFunction<RoundMeasures> low,
      ToDoubleFunction<RoundMeasures> high) {
    YIntervalSeriesCollection band = new YIntervalSeriesCollection();
    YIntervalSeries stretch = new YIntervalSeries(name, false, true);
    for (RoundMeasures round : rounds) {
      double from = low.applyAsDouble(round);
      double to = high.applyAsDouble(round);
      if (Double.isNaN(from) || Double.isNaN(to)) {
        close(stretch, band);
        stretch = new YIntervalSeries(name + " from round " + round.round(), false, true);
      } else {
        stretch.add(round.round(), from, from, to);
      }
    }
    close(stretch, band);
    return band;
  }

  private static void close(YIntervalSeries stretch, YIntervalSeriesCollection band) {
    if (stretch.getItemCount() == 1) {
      double round = stretch.getX(0).doubleValue();
      double low = stretch.getYLowValue(0);
      double high = stretch.getYHighValue(0);
      stretch.clear();
      stretch.add(round - HALF, low, low, high);
      stretch.add(round + HALF, low, low, high);
    }
    if (!stretch.isEmpty()) {
      band.addSeries(stretch);
    }
  }
}
