package org.datamarket.chart;

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
 * @param kinkTotals where the next unit costs more, GB
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
    NumberAxis up = ChartStyle.axis(subject.money("surplus"));
    double least = Math.min(utility, java.util.Arrays.stream(surplus).min().orElse(0));
    double most = Math.max(utility, java.util.Arrays.stream(surplus).max().orElse(0));
    ChartStyle.includeZero(up, least, most);
    NumberAxis across = ChartStyle.axisAcross("total (GB)");
    double last = totals.length == 0 ? 0 : totals[totals.length - 1];
    ChartStyle.includeZero(across, 0, Math.max(last, Math.max(desired, allocation)));
    XYPlot plot = ChartStyle.plot(across, up);
    Layers layers = new Layers(plot);
    layers.line(points("surplus", totals, surplus), ChartStyle.BLUE, ChartStyle.LINE);
    layers.add(points("kinks", kinkTotals, kinkSurplus), ChartStyle.dots(ChartStyle.ORANGE, 5));
    layers.add(
        points("now", new double[] {allocation}, new double[] {utility}),
        ChartStyle.dots(ChartStyle.INK, 9));
    List<LegendItem> entries = new ArrayList<>();
    entries.add(
        ChartStyle.lineEntry("surplus by the cheapest units", ChartStyle.BLUE, ChartStyle.LINE));
    entries.add(ChartStyle.dotEntry("next unit is dearer: a rival's bid", ChartStyle.ORANGE, 5));
    entries.add(ChartStyle.dotEntry("now", ChartStyle.INK, 9));
    if (desired > 0) {
      plot.addDomainMarker(ChartStyle.marker(desired, ChartStyle.GREEN));
      entries.add(
          ChartStyle.lineEntry(
              "z* = " + Figures.of(desired) + " GB", ChartStyle.GREEN, ChartStyle.DASHED));
    }
    if (bid > 0) {
      plot.addDomainMarker(ChartStyle.marker(bid, ChartStyle.VERMILLION));
      entries.add(
          ChartStyle.lineEntry(
              "v = " + Figures.of(bid) + " GB", ChartStyle.VERMILLION, ChartStyle.DASHED));
    }
    plot.setFixedLegendItems(ChartStyle.legend(entries));
    return ChartStyle.chart("What a total is worth to " + buyer, subject, "", plot);
  }

  private static XYSeriesCollection points(String name, double[] xs, double[] ys) {
    XYSeries series = new XYSeries(name, false, true);
    for (int k = 0; k < xs.length; k++) {
      series.add(xs[k], ys[k]);
    }
    return new XYSeriesCollection(series);
  }
}
