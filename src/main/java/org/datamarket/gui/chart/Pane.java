package org.datamarket.gui.chart;

import java.awt.Dimension;
import org.datamarket.report.Chart;
import org.jfree.chart.ChartPanel;

/** A chart in a window, laid out for the size it has there and sharp on every screen. */
public final class Pane extends ChartPanel {
  private static final long serialVersionUID = 1;
  private static final int LEAST = 200;
  private static final int MOST = 10_000;

  /** Nothing to be seen yet. */
  public Pane() {
    super(null, false);
    setMinimumDrawWidth(LEAST);
    setMinimumDrawHeight(LEAST);
    setMaximumDrawWidth(MOST);
    setMaximumDrawHeight(MOST);
    setPreferredSize(new Dimension(700, 420));
  }

  /** Shows a chart instead. */
  public void show(Chart chart) {
    setChart(chart.draw());
  }
}
