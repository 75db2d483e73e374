package org.datamarket.chart;

import java.util.List;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How a market settles: the bids accepted in each round and, below, the Nash gap beside ε, both on
 * scales that are logarithmic but have a place for 0. Under strict ties there is no Nash gap.
 *
 * @param epsilon ε, money
 * @param rounds in order, from the first
 */
public record BidsChart(Subject subject, double epsilon, List<RoundMeasures> rounds)
    implements Chart {
  private static final double BAR_WIDTH = 0.85;
  private static final double FEW_ROUNDS = 8;
  private static final int BIDS_SHARE = 5;
  private static final int GAP_SHARE = 4;

  @Override
  public String name() {
    return "bids";
  }

  @Override
  public JFreeChart draw() {
    return subject.isClearedOnce() ? none() : played();
  }

  /** Where a market is cleared once. */
  private JFreeChart none() {
    XYPlot plot =
        ChartStyle.emptyPlot(
            ChartStyle.roundsAxis(subject, 1),
            ChartStyle.axis("bids in a round"),
            "there are no rounds and no bids, and so no gain by other bids");
    return ChartStyle.chart("Bids sent", subject, "", plot);
  }

  private JFreeChart played() {
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(ChartStyle.roundsAxis(rounds.size()));
    both.setGap(14);
    both.add(bids(), BIDS_SHARE);
    boolean hasGap = rounds.stream().anyMatch(round -> !Double.isNaN(round.nashGap()));
    if (hasGap) {
      both.add(gap(), GAP_SHARE);
    }
    both.setFixedLegendItems(
        ChartStyle.legend(
            hasGap
                ? List.of(
                    ChartStyle.areaEntry("bids accepted in the round", ChartStyle.BLUE),
                    ChartStyle.lineEntry("Nash gap", ChartStyle.GREEN, ChartStyle.LINE),
                    ChartStyle.lineEntry(
                        "ε = " + Figures.of(epsilon) + " " + subject.currency(),
                        ChartStyle.VERMILLION,
                        ChartStyle.DASHED))
                : List.of(ChartStyle.areaEntry("bids accepted in the round", ChartStyle.BLUE))));
    return ChartStyle.chart(
        hasGap ? "Bids sent, and what a buyer could still gain" : "Bids sent",
        subject,
        remark(hasGap),
        both);
  }

  private String remark(boolean hasGap) {
    boolean quiet = rounds.stream().allMatch(round -> round.messages() == 0);
    return (quiet ? "nobody bid in any round" : "")
        + (quiet && !hasGap ? " · " : "")
        + (hasGap ? "" : "no Nash gap under strict ties");
  }

  private XYPlot bids() {
    XYSeries series = new XYSeries("bids", false, true);
    rounds.forEach(round -> series.add(round.round(), round.messages()));
    double most = rounds.stream().mapToInt(RoundMeasures::messages).max().orElse(0);
    ZeroLogAxis counts = new ZeroLogAxis("bids in a round", 1, most);
    XYBarRenderer bars = new XYBarRenderer();
    bars.setBarPainter(new StandardXYBarPainter());
    bars.setShadowVisible(false);
    bars.setDrawBarOutline(false);
    bars.setSeriesPaint(0, ChartStyle.BLUE);
    XYPlot plot = ChartStyle.plot(null, counts);
    new Layers(plot).add(new XYBarDataset(new XYSeriesCollection(series), barWidth()), bars);
    return plot;
  }

  /** In rounds; few bars are kept slim. */
  private double barWidth() {
    return BAR_WIDTH * Math.min(1, rounds.size() / FEW_ROUNDS);
  }

  private XYPlot gap() {
    double most = rounds.stream().mapToDouble(RoundMeasures::nashGap).max().orElse(0);
    double unit = epsilon > 0 ? epsilon / 10 : most > 0 ? most / 1e6 : 1;
    ZeroLogAxis gains = new ZeroLogAxis(subject.money("Nash gap"), unit, Math.max(most, epsilon));
    XYPlot plot = ChartStyle.plot(null, gains);
    new Layers(plot)
        .line(
            RoundSeries.line("Nash gap", rounds, RoundMeasures::nashGap),
            ChartStyle.GREEN,
            ChartStyle.LINE);
    plot.addRangeMarker(ChartStyle.marker(epsilon, ChartStyle.VERMILLION));
    return plot;
  }
}
