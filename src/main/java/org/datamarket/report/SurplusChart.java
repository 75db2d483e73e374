package org.datamarket.report;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A buyer's surplus as a function of its total, with where it stands and where it bids.
 *
 * @param buyer its id
 * @param totals ascending, GB
 * @param surplus at each of them
 * @param kinkTotals where the next unit is dearer, GB
 * @param kinkSurplus at each of them
 * @param desired z*, GB
 * @param bid v, GB
 * @param allocation what it gets now, GB
 * @param utility what it has of it now
 */
public record SurplusChart(
    Subject subject,
    String buyer,
    double[] totals,
    double[] surplus,
    double[] kinkTotals,
    double[] kinkSurplus,
    double desired,
    double bid,
    double allocation,
    double utility)
    implements Chart {

  @Override
  public String name() {
    return "surplus";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis up = Look.axis(subject.money("surplus"));
    double least = Math.min(utility, java.util.Arrays.stream(surplus).min().orElse(0));
    double most = Math.max(utility, java.util.Arrays.stream(surplus).max().orElse(0));
    Look.includeZero(up, least, most);
    NumberAxis across = Look.axisAcross("total (GB)");
    double last = totals.length == 0 ? 0 : totals[totals.length - 1];
    Look.includeZero(across, 0, Math.max(last, Math.max(desired, allocation)));
    XYPlot plot = Look.plot(across, up);
    Layers layers = new Layers(plot);
    layers.line(points("surplus", totals, surplus), Look.BLUE, Look.LINE);
    layers.add(points("kinks", kinkTotals, kinkSurplus), Look.dots(Look.ORANGE, 5));
    layers.add(
        points("now", new double[] {allocation}, new double[] {utility}),
        Look.dots(Look.INK, 9));
    List<LegendItem> entries = new ArrayList<>();
    entries.add(Look.lineEntry("surplus by the cheapest units", Look.BLUE, Look.LINE));
    entries.add(Look.dotEntry("next unit is dearer: a rival's bid", Look.ORANGE, 5));
    entries.add(Look.dotEntry("now", Look.INK, 9));
    if (desired > 0) {
      plot.addDomainMarker(Look.marker(desired, Look.GREEN));
      entries.add(Look.lineEntry("z* = " + Figures.of(desired) + " GB", Look.GREEN, Look.DASHED));
    }
    if (bid > 0) {
      plot.addDomainMarker(Look.marker(bid, Look.VERMILLION));
      entries.add(Look.lineEntry("v = " + Figures.of(bid) + " GB", Look.VERMILLION, Look.DASHED));
    }
    plot.setFixedLegendItems(Look.legend(entries));
    return Look.chart("What a total is worth to " + buyer, subject, "", plot);
  }

  private static XYSeriesCollection points(String name, double[] xs, double[] ys) {
    XYSeries series = new XYSeries(name, false, true);
    for (int k = 0; k < xs.length; k++) {
      series.add(xs[k], ys[k]);
    }
    return new XYSeriesCollection(series);
  }
}
