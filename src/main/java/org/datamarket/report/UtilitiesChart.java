package org.datamarket.report;

import java.util.List;
import org.datamarket.analysis.RoundMeasures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * The buyers' utilities over the rounds: the median, the middle half, and all of them.
 *
 * @param rounds in order, from the first
 */
public record UtilitiesChart(Subject subject, List<RoundMeasures> rounds) implements Chart {

  @Override
  public String name() {
    return "utilities";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis utilities = Look.axis(subject.money("utility"));
    Look.includeZero(
        utilities,
        rounds.stream().mapToDouble(RoundMeasures::utilityMin).min().orElse(0),
        rounds.stream().mapToDouble(RoundMeasures::utilityMax).max().orElse(0));
    XYPlot plot = Look.plot(Look.roundsAxis(rounds.size()), utilities);
    new Layers(plot)
        .band(
            RoundSeries.band(
                "all buyers", rounds, RoundMeasures::utilityMin, RoundMeasures::utilityMax),
            Look.LIGHT_BLUE)
        .band(
            RoundSeries.band(
                "middle half",
                rounds,
                RoundMeasures::utilityLowerQuartile,
                RoundMeasures::utilityUpperQuartile),
            Look.MIDDLE_BLUE)
        .line(
            RoundSeries.line("mean", rounds, RoundMeasures::utilityMean), Look.ORANGE, Look.DASHED)
        .line(
            RoundSeries.line("median", rounds, RoundMeasures::utilityMedian), Look.BLUE, Look.LINE);
    plot.setFixedLegendItems(
        Look.legend(
            List.of(
                Look.lineEntry("median", Look.BLUE, Look.LINE),
                Look.lineEntry("mean", Look.ORANGE, Look.DASHED),
                Look.areaEntry("middle half of the buyers", Look.MIDDLE_BLUE),
                Look.areaEntry("all buyers", Look.LIGHT_BLUE))));
    return Look.chart("Utilities of the buyers", subject, "", plot);
  }
}
