package org.datamarket.chart;

import java.util.List;
import org.datamarket.figure.Staircase;
import org.datamarket.figure.Step;
import org.datamarket.market.Bid;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * One seller's auction: the staircase of the bids against its supply, which begins at the reserve.
 *
 * @param seller its id
 * @param quantity D, GB
 * @param reserve r, $/GB
 * @param bids all bids, in any order
 */
public record AuctionChart(
    Subject subject, String seller, double quantity, double reserve, List<Bid> bids)
    implements Chart {
  private static final double MARGIN = 1.1;
  private static final double MOST_SUPPLIES = 4;

  @Override
  public String name() {
    return "auction";
  }

  @Override
  public JFreeChart draw() {
    Staircase steps =
        Staircase.down(bids.stream().map(bid -> new Step(bid.quantity(), bid.price())).toList());
    double most = Math.max(steps.first(), reserve);
    double highest = most > 0 ? MARGIN * most : 1;
    double widest = Math.max(quantity, Math.min(steps.total(), MOST_SUPPLIES * quantity));
    NumberAxis across = ChartStyle.axisAcross("quantity (GB)");
    across.setRange(0, widest > 0 ? MARGIN * widest : 1);
    NumberAxis up = ChartStyle.axis(subject.unitPrice("unit price"));
    up.setRange(0, highest);
    XYPlot plot = ChartStyle.plot(across, up);
    Layers layers = new Layers(plot);
    layers.line(Curve.demand(steps), ChartStyle.BLUE, ChartStyle.LINE);
    layers.line(
        Curve.supply(Staircase.up(List.of(new Step(quantity, reserve))), highest),
        ChartStyle.VERMILLION,
        ChartStyle.LINE);
    plot.setFixedLegendItems(
        ChartStyle.legend(
            List.of(
                ChartStyle.lineEntry(
                    "bids, the highest price first", ChartStyle.BLUE, ChartStyle.LINE),
                ChartStyle.lineEntry(
                    "supply from the reserve of %s %s/GB up"
                        .formatted(Figures.of(reserve), subject.currency()),
                    ChartStyle.VERMILLION,
                    ChartStyle.LINE))));
    return ChartStyle.chart(
        "Demand and supply at " + seller, subject, bids.isEmpty() ? "nobody bids" : "", plot);
  }
}
