package org.datamarket.chart;

import java.util.List;
import org.datamarket.output.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The Lorenz curve of what buyers get, after a round: the share of all data sold that the buyers
 * who get least have together.
 *
 * @param allocations ascending, one per buyer, GB
 */
public record LorenzChart(Subject subject, int round, double[] allocations) implements Chart {

  @Override
  public String name() {
    return "lorenz";
  }

  @Override
  public JFreeChart draw() {
    NumberAxis across = ChartStyle.axisAcross("buyers, those who get least first (%)");
    NumberAxis up = ChartStyle.axis("share of the data sold (%)");
    across.setRange(0, 100);
    up.setRange(0, 100);
    XYPlot plot = ChartStyle.plot(across, up);
    XYSeries equal = new XYSeries("equal", false, true);
    equal.add(0, 0);
    equal.add(100, 100);
    XYSeries curve = curve();
    new Layers(plot)
        .line(new XYSeriesCollection(equal), ChartStyle.VERMILLION, ChartStyle.DASHED)
        .line(new XYSeriesCollection(curve), ChartStyle.BLUE, ChartStyle.LINE);
    plot.setFixedLegendItems(
        ChartStyle.legend(
            List.of(
                ChartStyle.lineEntry("data sold", ChartStyle.BLUE, ChartStyle.LINE),
                ChartStyle.lineEntry(
                    "if all got the same", ChartStyle.VERMILLION, ChartStyle.DASHED))));
    String gini = curve.isEmpty() ? "nothing is sold" : "Gini coefficient " + Figures.of(gini());
    return ChartStyle.chart(
        "Who gets the data", subject, subject.after(round) + " · " + gini, plot);
  }

  private XYSeries curve() {
    XYSeries series = new XYSeries("sold", false, true);
    double all = 0;
    for (double allocation : allocations) {
      all += allocation;
    }
    if (all > 0) {
      double sum = 0;
      series.add(0, 0);
      for (int k = 0; k < allocations.length; k++) {
        sum += allocations[k];
        series.add(100.0 * (k + 1) / allocations.length, 100 * sum / all);
      }
    }
    return series;
  }

  /** 0 if all get the same, nearly 1 if one gets all. */
  private double gini() {
    double sum = 0;
    double weighted = 0;
    int n = allocations.length;
    for (int k = 0; k < n; k++) {
      sum += allocations[k];
      weighted += (2.0 * (k + 1) - n - 1) * allocations[k];
    }
    return weighted / (n * sum);
  }
}
