package org.datamarket.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.Arrangement;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.ui.HorizontalAlignment;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.RectangleInsets;
import org.jfree.ui.VerticalAlignment;

/**
 * How all charts look: white, light grid lines, colours that people with any colour vision tell
 * apart (Okabe &amp; Ito 2008), the machine's sans-serif font.
 */
final class ChartStyle {
  static final Color BLUE = new Color(0x0072B2);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color GREEN = new Color(0x009E73);
  static final Color VERMILLION = new Color(0xD55E00);
  static final Color PURPLE = new Color(0xCC79A7);
  static final Color INK = new Color(0x222222);
  static final Color LIGHT_BLUE = new Color(0xDCEAF5);
  static final Color MIDDLE_BLUE = new Color(0xA6CBE6);
  static final Color LIGHT_GREEN = new Color(0xCDEBE0);

  static final Stroke WIDE = stroke(3.4f);
  static final Stroke LINE = stroke(1.8f);
  static final Stroke THIN = stroke(1.2f);
  static final Stroke DASHED =
      new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

  private static final Color GRID = new Color(0xDDDDDD);
  private static final Color FAINT = new Color(0x555555);
  private static final double PADDING = 8;
  private static final double ROOM = 0.05;

  /** Space around the labels of an axis: the more there is, the fewer labels it has. */
  private static final RectangleInsets SPARSE = new RectangleInsets(7, 4, 7, 4);

  /** The same for an axis across. */
  private static final RectangleInsets SPARSE_ACROSS = new RectangleInsets(2, 14, 2, 14);

  private ChartStyle() {}

  private static Stroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** A chart of a plot, with a title, a caption and, if not empty, a remark below it. */
  static JFreeChart chart(String title, Subject subject, String remark, Plot plot) {
    JFreeChart chart = new JFreeChart(title, font(Font.BOLD, 16), plot, false);
    chart.getTitle().setPaint(INK);
    chart.addSubtitle(caption(subject.caption()));
    if (!remark.isEmpty()) {
      chart.addSubtitle(caption(remark));
    }
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(PADDING, PADDING, PADDING, 2 * PADDING));
    chart.setTextAntiAlias(true);
    chart.addLegend(legendOf(plot));
    return chart;
  }

  private static LegendTitle legendOf(Plot plot) {
    Arrangement rows =
        new FlowArrangement(HorizontalAlignment.CENTER, VerticalAlignment.CENTER, 6, 2);
    LegendTitle legend = new LegendTitle(plot, rows, new ColumnArrangement());
    legend.setFrame(BlockBorder.NONE);
    legend.setItemFont(font(Font.PLAIN, 12));
    legend.setItemPaint(INK);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 6, 2, 4));
    return legend;
  }

  private static TextTitle caption(String text) {
    TextTitle caption = new TextTitle(text, font(Font.PLAIN, 12));
    caption.setPaint(FAINT);
    return caption;
  }

  /** An empty plot; datasets and renderers are drawn in the order of their numbers. */
  static XYPlot plot(ValueAxis across, ValueAxis up) {
    XYPlot plot = new XYPlot(null, across, up, null);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(stroke(0.8f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setNoDataMessageFont(font(Font.PLAIN, 14));
    plot.setNoDataMessagePaint(FAINT);
    return plot;
  }

  /** A horizontal axis of numbers, labelled the same in every locale. */
  static NumberAxis axisAcross(String label) {
    NumberAxis axis = axis(label);
    axis.setTickLabelInsets(SPARSE_ACROSS);
    return axis;
  }

  /** A vertical axis of numbers, labelled the same in every locale. */
  static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(Ticks.ofNumbers());
    axis.setAutoRangeIncludesZero(false);
    axis.setTickLabelInsets(SPARSE);
    dress(axis);
    return axis;
  }

  /** Makes an axis show 0 and all values between two, with a little room; 0 to 1 if both are 0. */
  static void includeZero(NumberAxis axis, double least, double most) {
    double low = Math.min(0, least);
    double high = Math.max(0, most);
    double room = ROOM * (high - low);
    if (room > 0) {
      axis.setRange(low < 0 ? low - room : 0, high > 0 ? high + room : 0);
    } else {
      axis.setRange(0, 1);
    }
  }

  /** An axis of rounds 1 … last. */
  static NumberAxis roundsAxis(int last) {
    NumberAxis axis = axisAcross("round");
    axis.setStandardTickUnits(Ticks.ofCounts());
    axis.setRange(0.5, Math.max(1, last) + 0.5);
    return axis;
  }

  /** The same for a run; where a market is cleared once, an axis that says so. */
  static NumberAxis roundsAxis(Subject subject, int last) {
    NumberAxis axis = roundsAxis(last);
    if (subject.isClearedOnce()) {
      axis.setLabel("cleared once, no rounds");
      hideTicks(axis);
    }
    return axis;
  }

  /** An axis without a number. */
  static void hideTicks(ValueAxis axis) {
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
  }

  /** A plot with nothing but a word on why it is empty. */
  static XYPlot emptyPlot(ValueAxis across, ValueAxis up, String why) {
    hideTicks(across);
    hideTicks(up);
    XYPlot plot = plot(across, up);
    plot.setRangeGridlinesVisible(false);
    plot.setNoDataMessage(why);
    plot.setFixedLegendItems(legend(List.of()));
    return plot;
  }

  static void dress(ValueAxis axis) {
    axis.setLabelFont(font(Font.PLAIN, 13));
    axis.setLabelPaint(INK);
    axis.setTickLabelFont(font(Font.PLAIN, 11));
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(FAINT);
    axis.setTickMarkPaint(FAINT);
  }

  /** A dashed line across the plot at a value. */
  static ValueMarker marker(double value, Paint paint) {
    ValueMarker marker = new ValueMarker(value, paint, DASHED);
    marker.setAlpha(1);
    return marker;
  }

  /** An entry of a legend for a line. */
  static LegendItem lineEntry(String label, Paint paint, Stroke stroke) {
    return new LegendItem(label, null, null, null, new Line2D.Double(-12, 0, 12, 0), stroke, paint);
  }

  /** An entry of a legend for an area. */
  static LegendItem areaEntry(String label, Paint paint) {
    Shape area = new Rectangle2D.Double(-10, -5, 20, 10);
    return new LegendItem(label, null, null, null, area, paint);
  }

  /** Draws points as dots, without a line. */
  static XYLineAndShapeRenderer dots(Paint paint, double size) {
    XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
    dots.setSeriesPaint(0, paint);
    dots.setSeriesShape(0, dot(size));
    return dots;
  }

  private static Shape dot(double size) {
    return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
  }

  /** An entry of a legend for dots. */
  static LegendItem dotEntry(String label, Paint paint, double size) {
    return new LegendItem(label, null, null, null, dot(size), paint);
  }

  static LegendItemCollection legend(List<LegendItem> entries) {
    LegendItemCollection legend = new LegendItemCollection();
    entries.forEach(legend::add);
    return legend;
  }
}
