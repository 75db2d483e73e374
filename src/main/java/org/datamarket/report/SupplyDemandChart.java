package org.datamarket.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.analysis.FinalMeasures;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.Valuation;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.ui.Layer;

/**
 * Supply and demand of the whole market as it stands, as if everybody saw everybody: what buyers
 * want at each price (their true marginal valuations), what they ask for in their bids, what
 * sellers offer at their reserves, and where it clears: as much as is sold, between the lowest and
 * the highest clearing price of a seller.
 *
 * @param bids each buyer's live bids, by number
 * @param auctions each seller's auction, by number
 */
public record SupplyDemandChart(
    Subject subject, MarketModel model, List<Bids> bids, List<Auction> auctions) implements Chart {
  private static final double TOP_SHARE = 0.02;
  private static final double MARGIN = 1.15;
  private static final double MOST_SUPPLIES = 3;
  private static final double LEAST_HEIGHT = 0.02;

  @Override
  public String name() {
    return "supply-demand";
  }

  @Override
  public JFreeChart draw() {
    List<Valuation> valuations = model.buyers().stream().map(BuyerSpec::valuation).toList();
    List<Curve.Step> asked = asked();
    List<Curve.Step> offered = offered();
    List<Curve.Step> own = ownOffers();
    double highest = highestPrice(valuations, asked, offered);
    NumberAxis quantities = Look.axisAcross("quantity (GB)");
    NumberAxis prices = Look.axis(subject.unitPrice("unit price"));
    quantities.setRange(0, mostQuantity(valuations, asked, offered));
    prices.setRange(0, highest);
    XYPlot plot = Look.plot(quantities, prices);
    Layers layers = new Layers(plot);
    layers.line(Curve.wanted("wanted", valuations, highest), Look.BLUE, Look.WIDE);
    if (!asked.isEmpty()) {
      layers.line(Curve.demand("bids", asked), Look.ORANGE, Look.LINE);
    }
    if (!own.equals(offered)) {
      layers.line(Curve.supply("own reserves", own, highest), Look.PURPLE, Look.DASHED);
    }
    layers.line(Curve.supply("reserves", offered, highest), Look.VERMILLION, Look.LINE);
    double[] clearing = clearingPrices();
    if (clearing.length > 0) {
      markClearing(plot, clearing[0], clearing[clearing.length - 1]);
    }
    plot.setFixedLegendItems(
        Look.legend(entries(!asked.isEmpty(), !own.equals(offered), clearing.length > 0)));
    return Look.chart("Supply and demand at the end", subject, remark(clearing), plot);
  }

  private void markClearing(XYPlot plot, double low, double high) {
    double height = Math.max(high - low, LEAST_HEIGHT * plot.getRangeAxis().getUpperBound());
    double middle = (low + high) / 2;
    Rectangle2D region = new Rectangle2D.Double(0, middle - height / 2, sold(), height);
    plot.getRenderer(0)
        .addAnnotation(
            new XYShapeAnnotation(region, Look.THIN, Look.GREEN, Look.LIGHT_GREEN),
            Layer.BACKGROUND);
  }

  private static List<LegendItem> entries(boolean bid, boolean reservesMoved, boolean clears) {
    List<LegendItem> entries = new ArrayList<>();
    entries.add(Look.lineEntry("true demand", Look.BLUE, Look.WIDE));
    if (bid) {
      entries.add(Look.lineEntry("bids", Look.ORANGE, Look.LINE));
    }
    entries.add(Look.lineEntry("supply at final reserves", Look.VERMILLION, Look.LINE));
    if (reservesMoved) {
      entries.add(Look.lineEntry("supply at own reserves", Look.PURPLE, Look.DASHED));
    }
    if (clears) {
      entries.add(Look.areaEntry("clearing region", Look.LIGHT_GREEN));
    }
    return entries;
  }

  private String remark(double[] clearing) {
    if (clearing.length == 0) {
      return "nothing is sold";
    }
    String low = Figures.of(clearing[0]);
    String high = Figures.of(clearing[clearing.length - 1]);
    return Figures.of(sold())
        + " GB sold, cleared at "
        + (low.equals(high) ? low : low + " to " + high)
        + " "
        + subject.currency()
        + "/GB";
  }

  private double sold() {
    return auctions.stream().mapToDouble(Auction::sold).sum();
  }

  /** The clearing prices of the sellers that sell anything, ascending. */
  private double[] clearingPrices() {
    return auctions.stream()
        .mapToDouble(FinalMeasures::clearing)
        .filter(price -> !Double.isNaN(price))
        .sorted()
        .toArray();
  }

  private List<Curve.Step> asked() {
    return bids.stream()
        .flatMap(own -> IntStream.range(0, own.size()).mapToObj(own::bid))
        .map((Bid bid) -> new Curve.Step(bid.quantity(), bid.price()))
        .toList();
  }

  private List<Curve.Step> offered() {
    return auctions.stream().map(a -> new Curve.Step(a.quantity(), a.reserve())).toList();
  }

  private List<Curve.Step> ownOffers() {
    return model.sellers().stream()
        .map((SellerSpec seller) -> new Curve.Step(seller.quantity(), seller.reserve()))
        .toList();
  }

  private static double total(List<Curve.Step> steps) {
    return steps.stream().mapToDouble(Curve.Step::quantity).sum();
  }

  /** Wide enough for all that is offered and bid, unless one of the two dwarfs the other. */
  private static double mostQuantity(
      List<Valuation> valuations, List<Curve.Step> asked, List<Curve.Step> offered) {
    double supply = total(offered);
    double demand = Math.max(total(asked), wanted(valuations));
    double most =
        supply == 0
            ? demand
            : demand == 0
                ? supply
                : Math.min(Math.max(supply, demand), MOST_SUPPLIES * Math.min(supply, demand));
    return most > 0 ? MARGIN * most : 1;
  }

  /**
   * High enough for nearly all bids, for the cheapest offers, and for the dearest demand that
   * matters.
   */
  private double highestPrice(
      List<Valuation> valuations, List<Curve.Step> asked, List<Curve.Step> offered) {
    double bid = quantile(asked, Comparator.comparingDouble(Curve.Step::price).reversed());
    double cheapest = offered.stream().mapToDouble(Curve.Step::price).min().orElse(0);
    double[] clearing = clearingPrices();
    double cleared = clearing.length == 0 ? 0 : clearing[clearing.length - 1];
    double highest = Math.max(Math.max(bid, cleared), cheapest);
    if (asked.isEmpty()) {
      highest =
          Math.max(highest, dearest(valuations, Math.min(total(offered), wanted(valuations))));
    }
    double dearestOffer = offered.stream().mapToDouble(Curve.Step::price).max().orElse(0);
    highest = Math.max(highest, Math.min(dearestOffer, 2 * highest));
    return highest > 0 ? MARGIN * highest : 1;
  }

  private static double wanted(List<Valuation> valuations) {
    return valuations.stream().mapToDouble(Valuation::demand).sum();
  }

  /** The price at which a fiftieth of a quantity would still be wanted. */
  private static double dearest(List<Valuation> valuations, double quantity) {
    double price = 1;
    double target = TOP_SHARE * quantity;
    while (target > 0 && price < Double.MAX_VALUE / 2 && wantedAt(valuations, price) > target) {
      price *= 2;
    }
    while (price > Double.MIN_NORMAL && wantedAt(valuations, price) <= target) {
      price /= 2;
    }
    return 2 * price;
  }

  private static double wantedAt(List<Valuation> valuations, double price) {
    return valuations.stream().mapToDouble(valuation -> valuation.demandAt(price)).sum();
  }

  /** The price above which lies only a fiftieth of the quantity. */
  private static double quantile(List<Curve.Step> steps, Comparator<Curve.Step> order) {
    double left = TOP_SHARE * total(steps);
    for (Curve.Step step : steps.stream().sorted(order).toList()) {
      left -= step.quantity();
      if (left <= 0) {
        return step.price();
      }
    }
    return 0;
  }
}
