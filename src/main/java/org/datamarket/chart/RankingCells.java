package org.datamarket.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.datamarket.explain.RankingMoment;
import org.datamarket.figure.RankingHistory;
import org.datamarket.figure.RankingHistory.Cell;
import org.datamarket.figure.RankingHistory.Standing;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.ui.RectangleEdge;

/**
 * Paints the cells of a history of rankings: a rank as a shade of blue, a pool as a bar across its
 * sellers' cells, and the marginal seller's with a dark core. A cell lasts until the next moment.
 */
final class RankingCells extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final double HALF = 0.5;
  private static final double BAR = 0.26;
  private static final double CORE = 0.12;

  private final transient RankingHistory history;

  RankingCells(RankingHistory history) {
    super();
    this.history = history;
  }

  /** The shade of a rank, the darkest for 1, in the logarithm of ranks. */
  static Color shade(int rank, int deepest) {
    double share = deepest > 1 ? Math.log(rank) / Math.log(deepest) : 0;
    return new Color(
        between(ChartStyle.BLUE.getRed(), ChartStyle.LIGHT_BLUE.getRed(), share),
        between(ChartStyle.BLUE.getGreen(), ChartStyle.LIGHT_BLUE.getGreen(), share),
        between(ChartStyle.BLUE.getBlue(), ChartStyle.LIGHT_BLUE.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  @Override
  public void draw(
      Graphics2D canvas,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int index,
      PlotRenderingInfo info) {
    Object smooth = canvas.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    Painter painter = new Painter(canvas, area, across, up);
    for (int row = 0; row < history.rows().size(); row++) {
      List<Cell> cells = history.rows().get(row).cells();
      for (int column = 0; column < cells.size(); column++) {
        paint(painter, row, column, cells.get(column));
      }
    }
    canvas.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        smooth == null ? RenderingHints.VALUE_ANTIALIAS_DEFAULT : smooth);
  }

  private void paint(Painter painter, int row, int column, Cell cell) {
    if (cell.standing() == Standing.UNRANKED) {
      return;
    }
    double from = history.moments().get(column).round() - HALF;
    double to = end(column);
    painter.fill(from, to, row, HALF, shade(cell.rank(), history.deepest()));
    if (cell.standing() != Standing.RANKED) {
      painter.fill(from, to, row, BAR, ChartStyle.ORANGE);
    }
    if (cell.standing() == Standing.MARGINAL) {
      painter.fill(from, to, row, CORE, ChartStyle.INK);
    }
  }

  private double end(int column) {
    List<RankingMoment> moments = history.moments();
    return column + 1 < moments.size()
        ? moments.get(column + 1).round() - HALF
        : moments.get(column).round() + HALF;
  }

  /** Fills parts of a row, which touch but never overlap. */
  private record Painter(Graphics2D canvas, Rectangle2D area, ValueAxis across, ValueAxis up) {
    void fill(double from, double to, int row, double halfHeight, Paint paint) {
      long left = Math.round(across.valueToJava2D(from, area, RectangleEdge.BOTTOM));
      long right = Math.round(across.valueToJava2D(to, area, RectangleEdge.BOTTOM));
      long top = Math.round(up.valueToJava2D(row - halfHeight, area, RectangleEdge.LEFT));
      long bottom = Math.round(up.valueToJava2D(row + halfHeight, area, RectangleEdge.LEFT));
      canvas.setPaint(paint);
      canvas.fill(
          new Rectangle2D.Double(left, top, Math.max(1, right - left), Math.max(1, bottom - top)));
    }
  }
}
