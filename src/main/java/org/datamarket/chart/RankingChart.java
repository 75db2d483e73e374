package org.datamarket.chart;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.datamarket.explain.RankingMoment;
import org.datamarket.figure.RankingHistory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.ui.RectangleInsets;

/**
 * A buyer's ranking of the sellers over the rounds in which it was watched; below, what its reply
 * would be: its totals, its price, and its gain against ε.
 *
 * @param buyer what people call the buyer
 */
public record RankingChart(Subject subject, String buyer, RankingHistory history) implements Chart {
  private static final double HALF = 0.5;
  private static final int ROW_HEIGHT = 15;
  private static final int PANEL_HEIGHT = 54;
  private static final int PANELS = 3;
  private static final int GAP = 10;
  private static final int FEWEST_ROWS = 8;
  private static final float LABEL = 10;

  /** Room for the title, the axis across and the legend. */
  private static final int AROUND = 145;

  @Override
  public String name() {
    return "ranking-over-time";
  }

  /** How high it has to be for everything in it to be read, in points. */
  public int leastHeight() {
    return AROUND + rowsHeight() + PANELS * (PANEL_HEIGHT + GAP);
  }

  private int rowsHeight() {
    return ROW_HEIGHT * Math.max(FEWEST_ROWS, history.rows().size());
  }

  @Override
  public JFreeChart draw() {
    NumberAxis across = ChartStyle.roundsAxis(1);
    List<RankingMoment> moments = history.moments();
    if (!moments.isEmpty()) {
      across.setRange(moments.get(0).round() - HALF, last() + HALF);
    }
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(across);
    all.setGap(GAP);
    all.add(ranking(), rowsHeight());
    all.add(
        panel(
            "GB",
            line("v", RankingMoment::total, ChartStyle.BLUE, ChartStyle.LINE),
            line("z*", RankingMoment::desiredTotal, ChartStyle.INK, ChartStyle.DASHED)),
        PANEL_HEIGHT);
    all.add(
        panel(
            subject.currency() + "/GB",
            line("price", RankingMoment::price, ChartStyle.GREEN, ChartStyle.LINE)),
        PANEL_HEIGHT);
    all.add(
        panel(
            subject.currency(),
            line("ε", RankingMoment::epsilon, ChartStyle.PURPLE, ChartStyle.DASHED),
            line("gain", RankingMoment::gain, ChartStyle.VERMILLION, ChartStyle.LINE)),
        PANEL_HEIGHT);
    all.setFixedLegendItems(ChartStyle.legend(legend()));
    return ChartStyle.chart(
        "How %s ranks the sellers, ℓ, at the end of each round".formatted(buyer),
        subject,
        remark(),
        all);
  }

  private int last() {
    return history.moments().get(history.moments().size() - 1).round();
  }

  private String remark() {
    if (history.moments().isEmpty()) {
      return "watched from the next round on";
    }
    String since = "watched since round %s".formatted(history.moments().get(0).round());
    String shown =
        history.leftOut() == 0
            ? "all %s sellers in reach".formatted(history.reach())
            : "%s of %s sellers in reach; %s left out, never ranked or less well"
                .formatted(history.rows().size(), history.reach(), history.leftOut());
    int rounds = last() - history.moments().get(0).round() + 1;
    return history.moments().size() == rounds
        ? "%s · %s".formatted(since, shown)
        : "%s, %s of %s rounds kept · %s".formatted(since, history.moments().size(), rounds, shown);
  }

  private XYPlot ranking() {
    String[] sellers =
        history.rows().stream().map(RankingHistory.Row::seller).toArray(String[]::new);
    SymbolAxis up = new SymbolAxis("", sellers);
    ChartStyle.dress(up);
    up.setTickLabelFont(up.getTickLabelFont().deriveFont(LABEL));
    up.setTickLabelInsets(new RectangleInsets(0, 4, 0, 4));
    up.setGridBandsVisible(false);
    up.setInverted(true);
    up.setRange(-HALF, Math.max(1, sellers.length) - HALF);
    XYPlot plot = ChartStyle.plot(null, up);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new RankingCells(history));
    return plot;
  }

  /** A number of each moment, and how it is drawn. */
  private record Line(
      String name, ToDoubleFunction<RankingMoment> value, Color colour, Stroke stroke) {}

  private static Line line(
      String name, ToDoubleFunction<RankingMoment> value, Color colour, Stroke stroke) {
    return new Line(name, value, colour, stroke);
  }

  private XYPlot panel(String unit, Line... lines) {
    NumberAxis up = ChartStyle.axis(unit);
    XYPlot plot = ChartStyle.plot(null, up);
    Layers layers = new Layers(plot);
    double least = 0;
    double most = 0;
    for (Line line : lines) {
      XYSeries series = new XYSeries(line.name(), false, true);
      for (RankingMoment moment : history.moments()) {
        double value = finite(line.value().applyAsDouble(moment));
        least = Double.isNaN(value) ? least : Math.min(least, value);
        most = Double.isNaN(value) ? most : Math.max(most, value);
        add(series, moment.round(), value);
      }
      layers.line(new XYSeriesCollection(series), line.colour(), line.stroke());
    }
    ChartStyle.includeZero(up, least, most);
    return plot;
  }

  /** What is there for a single round only is drawn across it, so that it can be seen. */
  private void add(XYSeries series, int round, double value) {
    if (history.moments().size() == 1) {
      series.add(round - HALF, value);
      series.add(round + HALF, value);
    } else {
      series.add(round, value);
    }
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private List<LegendItem> legend() {
    List<LegendItem> entries = new ArrayList<>();
    int deepest = history.deepest();
    if (deepest > 0) {
      entries.add(rank(1));
    }
    if (deepest > 2) {
      entries.add(rank((int) Math.ceil(Math.sqrt(deepest))));
    }
    if (deepest > 1) {
      entries.add(rank(deepest));
    }
    entries.add(bar("in the pool", ChartStyle.ORANGE));
    entries.add(bar("j*, marginal", ChartStyle.INK));
    entries.add(ChartStyle.lineEntry("z*", ChartStyle.INK, ChartStyle.DASHED));
    entries.add(ChartStyle.lineEntry("v", ChartStyle.BLUE, ChartStyle.LINE));
    entries.add(ChartStyle.lineEntry("price", ChartStyle.GREEN, ChartStyle.LINE));
    entries.add(ChartStyle.lineEntry("gain", ChartStyle.VERMILLION, ChartStyle.LINE));
    entries.add(ChartStyle.lineEntry("ε", ChartStyle.PURPLE, ChartStyle.DASHED));
    return entries;
  }

  private LegendItem rank(int rank) {
    return ChartStyle.areaEntry(
        "rank %s".formatted(rank), RankingCells.shade(rank, history.deepest()));
  }

  private static LegendItem bar(String label, Paint paint) {
    return ChartStyle.lineEntry(label, paint, ChartStyle.WIDE);
  }
}
