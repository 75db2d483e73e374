package org.datamarket.chart;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * The market's welfare over the rounds against the optimum of a planner who knows everything.
 *
 * @param rounds in order, from the first
 * @param optimum money; NaN if it is not known
 */
public record WelfareChart(Subject subject, List<RoundMeasures> rounds, double optimum)
    implements Chart {

  @Override
  public String name() {
    return "welfare";
  }

  @Override
  public JFreeChart draw() {
    boolean known = !Double.isNaN(optimum);
    NumberAxis welfare = ChartStyle.axis(subject.money("welfare"));
    ChartStyle.includeZero(
        welfare,
        rounds.stream().mapToDouble(RoundMeasures::welfare).min().orElse(0),
        Math.max(
            known ? optimum : 0,
            rounds.stream().mapToDouble(RoundMeasures::welfare).max().orElse(0)));
    XYPlot plot = ChartStyle.plot(ChartStyle.roundsAxis(subject, rounds.size()), welfare);
    new Layers(plot)
        .line(
            RoundSeries.line("welfare", rounds, RoundMeasures::welfare),
            ChartStyle.BLUE,
            ChartStyle.LINE);
    List<LegendItem> entries = new ArrayList<>();
    entries.add(ChartStyle.lineEntry("welfare", ChartStyle.BLUE, ChartStyle.LINE));
    if (known) {
      plot.addRangeMarker(ChartStyle.marker(optimum, ChartStyle.VERMILLION));
      entries.add(
          ChartStyle.lineEntry(
              "optimum = " + Figures.of(optimum) + " " + subject.currency(),
              ChartStyle.VERMILLION,
              ChartStyle.DASHED));
    }
    plot.setFixedLegendItems(ChartStyle.legend(entries));
    return ChartStyle.chart(
        "Welfare against the optimum", subject, known ? "" : "the optimum is not known yet", plot);
  }
}
