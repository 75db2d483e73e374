package org.datamarket.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** How much is sold at which unit price: a histogram of what the winning bids cost per unit. */
public record UnitPricesChart(Subject subject, List<BuyerAccount> accounts) implements Chart {
  private static final int BARS = 25;
  private static final int FEWEST_BARS = 12;
  private static final double NARROWEST = 0.2;
  private static final double ROUNDING = 1e-9;

  /** What one winning bid gets, GB, and costs for each unit, money/GB. */
  private record Sale(double quantity, double unitPrice) {}

  @Override
  public String name() {
    return "unit-prices";
  }

  @Override
  public JFreeChart draw() {
    List<Sale> sales = sales();
    NumberAxis quantities = ChartStyle.axis("sold (GB)");
    quantities.setAutoRangeIncludesZero(true);
    quantities.setUpperMargin(0.12);
    NumberAxis prices = ChartStyle.axisAcross(subject.unitPrice("unit price paid"));
    XYPlot plot = ChartStyle.plot(prices, quantities);
    boolean unpaid = sales.stream().anyMatch(sale -> Double.isNaN(sale.unitPrice()));
    if (sales.isEmpty() || unpaid) {
      plot.setNoDataMessage(unpaid ? "nobody pays" : "nothing is sold");
      prices.setTickLabelsVisible(false);
      quantities.setTickLabelsVisible(false);
    } else {
      XYIntervalSeries bars = histogram(sales);
      showAround(prices, bars);
      new Layers(plot).add(collection(bars), renderer());
      plot.addDomainMarker(ChartStyle.marker(mean(sales), ChartStyle.INK));
      plot.setFixedLegendItems(
          ChartStyle.legend(
              List.of(
                  ChartStyle.areaEntry("sold at this price", ChartStyle.BLUE),
                  ChartStyle.lineEntry(
                      "mean, " + Figures.of(mean(sales)) + " " + subject.currency() + "/GB",
                      ChartStyle.INK,
                      ChartStyle.DASHED))));
    }
    return ChartStyle.chart("Unit prices paid at the end", subject, "", plot);
  }

  private static XYIntervalSeriesCollection collection(XYIntervalSeries bars) {
    XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
    collection.addSeries(bars);
    return collection;
  }

  private static XYBarRenderer renderer() {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setUseYInterval(false);
    renderer.setSeriesPaint(0, ChartStyle.BLUE);
    renderer.setDrawBarOutline(true);
    renderer.setSeriesOutlinePaint(0, Color.WHITE);
    return renderer;
  }

  private List<Sale> sales() {
    List<Sale> sales = new ArrayList<>();
    for (BuyerAccount account : accounts) {
      for (int k = 0; k < account.bids().size(); k++) {
        double quantity = account.allocations()[k];
        if (quantity > 0) {
          sales.add(new Sale(quantity, account.costs()[k] / quantity));
        }
      }
    }
    return sales;
  }

  private static double mean(List<Sale> sales) {
    double quantity = sales.stream().mapToDouble(Sale::quantity).sum();
    return sales.stream().mapToDouble(s -> s.quantity() * s.unitPrice()).sum() / quantity;
  }

  private static XYIntervalSeries histogram(List<Sale> sales) {
    double low = sales.stream().mapToDouble(Sale::unitPrice).min().orElseThrow();
    double high = sales.stream().mapToDouble(Sale::unitPrice).max().orElseThrow();
    double narrowest = high > 0 ? high * NARROWEST : 1;
    double width = RoundNumber.atLeast(Math.max(narrowest, high - low) / BARS);
    long first = bar(low, width);
    double[] sold = new double[(int) (bar(high, width) - first) + 1];
    for (Sale sale : sales) {
      sold[(int) (bar(sale.unitPrice(), width) - first)] += sale.quantity();
    }
    XYIntervalSeries series = new XYIntervalSeries("sold", false, true);
    for (int k = 0; k < sold.length; k++) {
      double from = (first + k) * width;
      series.add(from + width / 2, from, from + width, sold[k], sold[k], sold[k]);
    }
    return series;
  }

  /**
   * The number of the bar that a price falls into; one on the border, but for rounding, into the
   * upper.
   */
  private static long bar(double price, double width) {
    return (long) Math.floor(price / width + ROUNDING);
  }

  /** Room for a good number of bars, however few there are. */
  private static void showAround(NumberAxis prices, XYIntervalSeries bars) {
    double width = bars.getXHighValue(0) - bars.getXLowValue(0);
    double low = bars.getXLowValue(0);
    double high = bars.getXHighValue(bars.getItemCount() - 1);
    double room = Math.max(1, (FEWEST_BARS - bars.getItemCount()) / 2.0) * width;
    prices.setRange(Math.max(0, low - room), high + room);
  }
}
