package org.datamarket.chart;

import java.util.List;
import org.datamarket.analysis.RoundMeasures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * The unit prices paid over the rounds: their mean, how far they spread (one standard deviation by
 * quantity either way), and the sellers' mean reserve.
 *
 * @param rounds in order, from the first
 */
public record PricesChart(Subject subject, List<RoundMeasures> rounds) implements Chart {

  @Override
  public String name() {
    return "prices";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis prices = ChartStyle.axis(subject.unitPrice("unit price"));
    prices.setAutoRangeIncludesZero(true);
    XYPlot plot = ChartStyle.plot(ChartStyle.roundsAxis(subject, rounds.size()), prices);
    new Layers(plot)
        .band(
            RoundSeries.band(
                "spread",
                rounds,
                r -> Math.max(0, r.priceMean() * (1 - r.priceDispersion())),
                r -> r.priceMean() * (1 + r.priceDispersion())),
            ChartStyle.MIDDLE_BLUE)
        .line(
            RoundSeries.line("mean price", rounds, RoundMeasures::priceMean),
            ChartStyle.BLUE,
            ChartStyle.LINE)
        .line(
            RoundSeries.line("reserve", rounds, RoundMeasures::reserveMean),
            ChartStyle.VERMILLION,
            ChartStyle.DASHED);
    plot.setFixedLegendItems(
        ChartStyle.legend(
            List.of(
                ChartStyle.lineEntry("mean unit price paid", ChartStyle.BLUE, ChartStyle.LINE),
                ChartStyle.areaEntry(
                    "± one standard deviation by quantity", ChartStyle.MIDDLE_BLUE),
                ChartStyle.lineEntry(
                    "mean reserve of the sellers", ChartStyle.VERMILLION, ChartStyle.DASHED))));
    return ChartStyle.chart("Prices paid", subject, remark(), plot);
  }

  private String remark() {
    if (rounds.stream().noneMatch(round -> round.sold() > 0)) {
      return subject.isClearedOnce() ? "nothing is sold" : "nothing was sold in any round";
    }
    return RoundSeries.areUnpaid(rounds) ? "nobody pays" : "";
  }
}
