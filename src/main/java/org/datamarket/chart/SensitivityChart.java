package org.datamarket.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Words;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** How much a measure depends on each factor, the one that matters most on top, with intervals. */
public record SensitivityChart(Subject subject, SensitivityResult result) implements Chart {
  private static final int MOST_FACTORS = 20;
  private static final double THICKNESS = 0.7;
  private static final double CAP = 4;

  /** Bars of one kind: a number of the method, and the ends of its interval. */
  private record Bars(String label, Color colour, int value, int low, int high) {}

  @Override
  public String name() {
    return "sensitivity-" + result.measure().name();
  }

  @Override
  public JFreeChart draw() {
    List<FactorSensitivity> ranked = result.ranked();
    List<FactorSensitivity> shown = ranked.subList(0, Math.min(MOST_FACTORS, ranked.size()));
    NumberAxis numbers = ChartStyle.axisAcross(label());
    XYPlot plot = ChartStyle.plot(factors(shown), numbers);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    List<LegendItem> legend = new ArrayList<>();
    if (result.isEmpty()) {
      plot.setNoDataMessage(
          result.used() == 0
              ? "no value of " + result.measure().name()
              : result.measure().name() + " is the same everywhere");
      numbers.setRange(0, 1);
    } else {
      draw(plot, numbers, shown, legend);
    }
    plot.setFixedLegendItems(ChartStyle.legend(legend));
    return ChartStyle.chart(
        "What " + result.measure().name() + " depends on",
        subject,
        remark(ranked.size() - shown.size()),
        plot);
  }

  private void draw(
      XYPlot plot, NumberAxis numbers, List<FactorSensitivity> shown, List<LegendItem> legend) {
    List<Bars> all = bars();
    Layers layers = new Layers(plot);
    double least = 0;
    double most = 0;
    for (int k = 0; k < all.size(); k++) {
      Bars bars = all.get(k);
      double width = THICKNESS / all.size();
      double offset = (k - (all.size() - 1) / 2.0) * width;
      XYIntervalSeries values = new XYIntervalSeries(bars.label(), false, true);
      XYIntervalSeries intervals = new XYIntervalSeries(bars.label(), false, true);
      for (int rank = 0; rank < shown.size(); rank++) {
        List<Double> numbersOf = shown.get(rank).values();
        double at = rank + offset;
        double value = numbersOf.get(bars.value());
        double low = numbersOf.get(bars.low());
        double high = numbersOf.get(bars.high());
        if (!Double.isNaN(value)) {
          values.add(at, at - width / 2, at + width / 2, value, value, value);
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
        if (!Double.isNaN(low)) {
          intervals.add(at, at, at, value, low, high);
          least = Math.min(least, low);
          most = Math.max(most, high);
        }
      }
      layers.add(dataset(values), barRenderer(bars.colour()));
      layers.add(dataset(intervals), intervalRenderer());
      legend.add(ChartStyle.areaEntry(bars.label(), bars.colour()));
    }
    legend.add(ChartStyle.lineEntry("95 % interval", ChartStyle.INK, ChartStyle.THIN));
    ChartStyle.includeZero(numbers, least, most);
  }

  private List<Bars> bars() {
    return result.method() == SensitivityMethod.MORRIS
        ? List.of(new Bars("mean size of the effect, μ*", ChartStyle.BLUE, 1, 2, 3))
        : List.of(
            new Bars("total: alone and with others", ChartStyle.BLUE, 3, 4, 5),
            new Bars("first order: alone", ChartStyle.ORANGE, 0, 1, 2));
  }

  private String label() {
    String unit = result.measure().unit().replace("$", subject.currency());
    return result.method() == SensitivityMethod.MORRIS
        ? "change of "
            + result.measure().name()
            + " from one end of the factor to the other"
            + (unit.isEmpty() || unit.equals("1") ? "" : " (" + unit + ")")
        : "share of the variance of " + result.measure().name();
  }

  private String remark(int left) {
    return (result.method() == SensitivityMethod.MORRIS ? "elementary effects" : "Sobol indices")
        + " · "
        + result.used()
        + " "
        + result.method().group()
        + (result.dropped() > 0 ? ", " + result.dropped() + " more left out" : "")
        + (left > 0 ? " · " + left + " more factors not shown" : "");
  }

  private static SymbolAxis factors(List<FactorSensitivity> shown) {
    SymbolAxis axis =
        new SymbolAxis(
            null, shown.stream().map(f -> Words.shortened(f.factor())).toArray(String[]::new));
    ChartStyle.dress(axis);
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    axis.setTickMarksVisible(false);
    axis.setRange(-0.5, shown.size() - 0.5);
    return axis;
  }

  private static XYIntervalSeriesCollection dataset(XYIntervalSeries series) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static XYBarRenderer barRenderer(Color colour) {
    XYBarRenderer renderer = new XYBarRenderer(0.08);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, colour);
    return renderer;
  }

  private static XYErrorRenderer intervalRenderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setBaseShapesVisible(false);
    renderer.setBaseLinesVisible(false);
    renderer.setErrorPaint(ChartStyle.INK);
    renderer.setErrorStroke(ChartStyle.THIN);
    renderer.setCapLength(CAP);
    return renderer;
  }
}
