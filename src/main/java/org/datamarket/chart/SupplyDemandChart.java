package org.datamarket.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.figure.SupplyDemand;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.ui.Layer;

/**
 * Supply and demand of the whole market at the end, with the region where it clears: as much as is
 * sold, between the lowest and the highest clearing price of a seller.
 */
public record SupplyDemandChart(Subject subject, SupplyDemand market) implements Chart {
  private static final double LEAST_HEIGHT = 0.02;

  @Override
  public String name() {
    return "supply-demand";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis quantities = ChartStyle.axisAcross("quantity (GB)");
    NumberAxis prices = ChartStyle.axis(subject.unitPrice("unit price"));
    quantities.setRange(0, market.mostQuantity());
    prices.setRange(0, market.highestPrice());
    XYPlot plot = ChartStyle.plot(quantities, prices);
    Layers layers = new Layers(plot);
    market
        .wanted()
        .ifPresent(wanted -> layers.line(Curve.through(wanted), ChartStyle.BLUE, ChartStyle.WIDE));
    if (!market.asked().isEmpty()) {
      layers.line(Curve.demand(market.asked()), ChartStyle.ORANGE, ChartStyle.LINE);
    }
    if (market.haveReservesMoved()) {
      layers.line(
          Curve.supply(market.own(), market.highestPrice()), ChartStyle.PURPLE, ChartStyle.DASHED);
    }
    layers.line(
        Curve.supply(market.offered(), market.highestPrice()),
        ChartStyle.VERMILLION,
        ChartStyle.LINE);
    if (!market.cleared().isEmpty()) {
      markClearing(plot, market.cleared().first(), market.cleared().last());
    }
    plot.setFixedLegendItems(ChartStyle.legend(entries()));
    return ChartStyle.chart("Supply and demand at the end", subject, remark(), plot);
  }

  private void markClearing(XYPlot plot, double low, double high) {
    double height = Math.max(high - low, LEAST_HEIGHT * plot.getRangeAxis().getUpperBound());
    double middle = (low + high) / 2;
    Rectangle2D region = new Rectangle2D.Double(0, middle - height / 2, market.sold(), height);
    plot.getRenderer(0)
        .addAnnotation(
            new XYShapeAnnotation(
                region, ChartStyle.THIN, ChartStyle.GREEN, ChartStyle.LIGHT_GREEN),
            Layer.BACKGROUND);
  }

  private List<LegendItem> entries() {
    List<LegendItem> entries = new ArrayList<>();
    if (market.wanted().isPresent()) {
      entries.add(ChartStyle.lineEntry("true demand", ChartStyle.BLUE, ChartStyle.WIDE));
    }
    if (!market.asked().isEmpty()) {
      entries.add(ChartStyle.lineEntry(asked(), ChartStyle.ORANGE, ChartStyle.LINE));
    }
    String offered = subject.isClearedOnce() ? "supply at reserves" : "supply at final reserves";
    entries.add(ChartStyle.lineEntry(offered, ChartStyle.VERMILLION, ChartStyle.LINE));
    if (market.haveReservesMoved()) {
      entries.add(
          ChartStyle.lineEntry("supply at own reserves", ChartStyle.PURPLE, ChartStyle.DASHED));
    }
    if (!market.cleared().isEmpty()) {
      entries.add(ChartStyle.areaEntry("clearing region", ChartStyle.LIGHT_GREEN));
    }
    return entries;
  }

  private String asked() {
    return subject.isClearedOnce() ? "deliveries, at their unit prices" : "bids";
  }

  private String remark() {
    if (market.cleared().isEmpty()) {
      return market.sold() > 0
          ? "%s GB sold; sellers have no price".formatted(Figures.of(market.sold()))
          : "nothing is sold";
    }
    String low = Figures.of(market.cleared().first());
    String high = Figures.of(market.cleared().last());
    return "%s GB sold, cleared at %s %s/GB"
        .formatted(
            Figures.of(market.sold()),
            low.equals(high) ? low : "%s to %s".formatted(low, high),
            subject.currency());
  }
}
