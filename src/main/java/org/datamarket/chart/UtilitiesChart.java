package org.datamarket.chart;

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
  private static final double DWARFED = 20;
  private static final double SCALES = 10;

  @Override
  public String name() {
    return "utilities";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis across = ChartStyle.roundsAxis(subject, rounds.size());
    XYPlot plot =
        RoundSeries.areUnpaid(rounds)
            ? ChartStyle.emptyPlot(
                across, ChartStyle.axis(subject.money("utility")), UtilityHistogram.NONE)
            : plot(across);
    return ChartStyle.chart("Utilities of the buyers", subject, "", plot);
  }

  private XYPlot plot(NumberAxis across) {
    XYPlot plot = ChartStyle.plot(across, utilities());
    new Layers(plot)
        .band(
            RoundSeries.band(
                "all buyers", rounds, RoundMeasures::utilityMin, RoundMeasures::utilityMax),
            ChartStyle.LIGHT_BLUE)
        .band(
            RoundSeries.band(
                "middle half",
                rounds,
                RoundMeasures::utilityLowerQuartile,
                RoundMeasures::utilityUpperQuartile),
            ChartStyle.MIDDLE_BLUE)
        .line(
            RoundSeries.line("mean", rounds, RoundMeasures::utilityMean),
            ChartStyle.ORANGE,
            ChartStyle.DASHED)
        .line(
            RoundSeries.line("median", rounds, RoundMeasures::utilityMedian),
            ChartStyle.BLUE,
            ChartStyle.LINE);
    plot.setFixedLegendItems(
        ChartStyle.legend(
            List.of(
                ChartStyle.lineEntry("median", ChartStyle.BLUE, ChartStyle.LINE),
                ChartStyle.lineEntry("mean", ChartStyle.ORANGE, ChartStyle.DASHED),
                ChartStyle.areaEntry("middle half of the buyers", ChartStyle.MIDDLE_BLUE),
                ChartStyle.areaEntry("all buyers", ChartStyle.LIGHT_BLUE))));
    return plot;
  }

  /** Logarithmic when the luckiest buyers dwarf three quarters of the others. */
  private NumberAxis utilities() {
    double least = rounds.stream().mapToDouble(RoundMeasures::utilityMin).min().orElse(0);
    double most = rounds.stream().mapToDouble(RoundMeasures::utilityMax).max().orElse(0);
    double usual = rounds.stream().mapToDouble(RoundMeasures::utilityUpperQuartile).max().orElse(0);
    String label = subject.money("utility");
    if (least >= 0 && usual > 0 && most > DWARFED * usual) {
      return new ZeroLogAxis(label, usual / SCALES, most);
    }
    NumberAxis axis = ChartStyle.axis(label);
    ChartStyle.includeZero(axis, least, most);
    return axis;
  }
}
