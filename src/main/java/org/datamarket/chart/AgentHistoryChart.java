package org.datamarket.chart;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Two numbers of one agent over the rounds in which it was watched, one above the other.
 *
 * @param rounds the rounds' numbers
 */
public record AgentHistoryChart(
    Subject subject, String title, List<Integer> rounds, Panel upper, Panel lower)
    implements Chart {

  /** One number a round: its name, the label of its axis, its values. */
  public record Panel(String name, String axis, List<Double> values) {
    /** Money over the rounds. */
    public static Panel money(String name, Subject subject, List<Double> values) {
      return new Panel(name, subject.money(name), values);
    }

    /** A unit price over the rounds. */
    public static Panel unitPrice(String name, Subject subject, List<Double> values) {
      return new Panel(name, subject.unitPrice(name), values);
    }

    /** A quantity over the rounds. */
    public static Panel quantity(String name, List<Double> values) {
      return new Panel(name, name + " (GB)", values);
    }
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis across = ChartStyle.roundsAxis(1);
    if (!rounds.isEmpty()) {
      across.setRange(rounds.get(0) - 0.5, rounds.get(rounds.size() - 1) + 0.5);
    }
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(across);
    both.setGap(14);
    both.add(plot(upper, ChartStyle.BLUE));
    both.add(plot(lower, ChartStyle.VERMILLION));
    both.setFixedLegendItems(
        ChartStyle.legend(
            List.of(
                ChartStyle.lineEntry(upper.name(), ChartStyle.BLUE, ChartStyle.LINE),
                ChartStyle.lineEntry(lower.name(), ChartStyle.VERMILLION, ChartStyle.LINE))));
    String since =
        rounds.isEmpty()
            ? "watched from the next round on"
            : rounds.get(0) > 1 ? "watched since round " + rounds.get(0) : "";
    return ChartStyle.chart(title, subject, since, both);
  }

  private XYPlot plot(Panel panel, Color colour) {
    XYSeries series = new XYSeries(panel.name(), false, true);
    double least = 0;
    double most = 0;
    for (int k = 0; k < rounds.size(); k++) {
      double value = panel.values().get(k);
      least = Math.min(least, value);
      most = Math.max(most, value);
      if (rounds.size() == 1) {
        series.add(rounds.get(k) - 0.5, value);
        series.add(rounds.get(k) + 0.5, value);
      } else {
        series.add((double) rounds.get(k), value);
      }
    }
    NumberAxis up = ChartStyle.axis(panel.axis());
    ChartStyle.includeZero(up, least, most);
    XYPlot plot = ChartStyle.plot(null, up);
    new Layers(plot).line(new XYSeriesCollection(series), colour, ChartStyle.LINE);
    return plot;
  }
}
