package org.datamarket.chart;

import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * How many buyers have which utility, after a round.
 *
 * @param utilities ascending, one per buyer, money
 */
public record UtilityHistogram(Subject subject, int round, double[] utilities) implements Chart {
  /** What is said where nobody pays. */
  static final String NONE = "nobody pays, so there are no utilities";

  private static final int BARS = 30;

  @Override
  public String name() {
    return "utility-histogram";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis across = ChartStyle.axisAcross(subject.money("utility"));
    NumberAxis up = ChartStyle.axis("buyers");
    if (utilities.length > 0 && Double.isNaN(utilities[utilities.length - 1])) {
      XYPlot none = ChartStyle.emptyPlot(across, up, NONE);
      return ChartStyle.chart("How utilities are spread", subject, "", none);
    }
    up.setStandardTickUnits(NumberAxis.createIntegerTickUnits(java.util.Locale.ROOT));
    XYPlot plot = ChartStyle.plot(across, up);
    XYIntervalSeries bars = bars();
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(bars);
    XYBarRenderer renderer = new XYBarRenderer(0.05);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setSeriesPaint(0, ChartStyle.BLUE);
    new Layers(plot).add(data, renderer);
    double most = 0;
    for (int k = 0; k < bars.getItemCount(); k++) {
      most = Math.max(most, bars.getYValue(k));
    }
    ChartStyle.includeZero(up, 0, most);
    across.setRange(bars.getXLowValue(0), bars.getXHighValue(bars.getItemCount() - 1));
    plot.setFixedLegendItems(
        ChartStyle.legend(List.of(ChartStyle.areaEntry("buyers", ChartStyle.BLUE))));
    return ChartStyle.chart("How utilities are spread", subject, subject.after(round), plot);
  }

  /** Bars of a round width, of which one begins at 0; empty ones between are kept. */
  private XYIntervalSeries bars() {
    double least = utilities.length == 0 ? 0 : Math.min(0, utilities[0]);
    double most = utilities.length == 0 ? 0 : Math.max(0, utilities[utilities.length - 1]);
    double width = most > least ? RoundNumber.atLeast((most - least) / BARS) : 1;
    int first = (int) Math.floor(least / width);
    int[] counts = new int[(int) Math.floor(most / width) - first + 1];
    Arrays.stream(utilities).forEach(u -> counts[(int) Math.floor(u / width) - first]++);
    XYIntervalSeries series = new XYIntervalSeries("buyers", false, true);
    for (int k = 0; k < counts.length; k++) {
      double from = (first + k) * width;
      series.add(from + width / 2, from, from + width, counts[k], counts[k], counts[k]);
    }
    return series;
  }
}
