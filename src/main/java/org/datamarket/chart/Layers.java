package org.datamarket.chart;

import java.awt.Paint;
import java.awt.Stroke;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Puts datasets on a plot, each over those before it. */
final class Layers {
  private final XYPlot plot;
  private int count;

  Layers(XYPlot plot) {
    this.plot = plot;
  }

  Layers band(YIntervalSeriesCollection band, Paint paint) {
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(1);
    for (int series = 0; series < band.getSeriesCount(); series++) {
      renderer.setSeriesFillPaint(series, paint);
    }
    return add(band, renderer);
  }

  Layers line(XYDataset line, Paint paint, Stroke stroke) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, paint);
    renderer.setSeriesStroke(0, stroke);
    return add(line, renderer);
  }

  Layers add(XYDataset data, XYItemRenderer renderer) {
    plot.setDataset(count, data);
    plot.setRenderer(count, renderer);
    count++;
    return this;
  }
}
