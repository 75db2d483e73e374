package org.datamarket.report;

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
    NumberAxis quantities = Look.axisAcross("quantity (GB)");
    NumberAxis prices = Look.axis(subject.unitPrice("unit price"));
    quantities.setRange(0, market.mostQuantity());
    prices.setRange(0, market.highestPrice());
    XYPlot plot = Look.plot(quantities, prices);
    Layers layers = new Layers(plot);
    market.wanted().ifPresent(wanted -> layers.line(Curve.through(wanted), Look.BLUE, Look.WIDE));
    if (!market.asked().isEmpty()) {
      layers.line(Curve.demand(market.asked()), Look.ORANGE, Look.LINE);
    }
    if (market.haveReservesMoved()) {
      layers.line(Curve.supply(market.own(), market.highestPrice()), Look.PURPLE, Look.DASHED);
    }
    layers.line(Curve.supply(market.offered(), market.highestPrice()), Look.VERMILLION, Look.LINE);
    if (!market.cleared().isEmpty()) {
      markClearing(plot, market.cleared().first(), market.cleared().last());
    }
    plot.setFixedLegendItems(Look.legend(entries()));
    return Look.chart("Supply and demand at the end", subject, remark(), plot);
  }

  private void markClearing(XYPlot plot, double low, double high) {
    double height = Math.max(high - low, LEAST_HEIGHT * plot.getRangeAxis().getUpperBound());
    double middle = (low + high) / 2;
    Rectangle2D region = new Rectangle2D.Double(0, middle - height / 2, market.sold(), height);
    plot.getRenderer(0)
        .addAnnotation(
            new XYShapeAnnotation(region, Look.THIN, Look.GREEN, Look.LIGHT_GREEN),
            Layer.BACKGROUND);
  }

  private List<LegendItem> entries() {
    List<LegendItem> entries = new ArrayList<>();
    if (market.wanted().isPresent()) {
      entries.add(Look.lineEntry("true demand", Look.BLUE, Look.WIDE));
    }
    if (!market.asked().isEmpty()) {
      entries.add(Look.lineEntry("bids", Look.ORANGE, Look.LINE));
    }
    entries.add(Look.lineEntry("supply at final reserves", Look.VERMILLION, Look.LINE));
    if (market.haveReservesMoved()) {
      entries.add(Look.lineEntry("supply at own reserves", Look.PURPLE, Look.DASHED));
    }
    if (!market.cleared().isEmpty()) {
      entries.add(Look.areaEntry("clearing region", Look.LIGHT_GREEN));
    }
    return entries;
  }

  private String remark() {
    if (market.cleared().isEmpty()) {
      return "nothing is sold";
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
