package org.datamarket.gui.inspect;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import org.datamarket.chart.RankingChart;
import org.datamarket.gui.chart.ChartPane;
import org.datamarket.gui.widget.FileSaver;

/**
 * A buyer's ranking over time, as high as there is room, and never lower than it takes to read it:
 * then one scrolls.
 */
final class RankingPane extends JPanel implements Scrollable {
  private static final long serialVersionUID = 1;
  private static final int WIDTH = 700;
  private static final int STEP = 16;

  private final ChartPane pane;
  private int leastHeight;

  RankingPane(FileSaver saver) {
    super(new BorderLayout());
    pane = new ChartPane(saver, "ranking-over-time");
    add(pane, BorderLayout.CENTER);
  }

  /** This, in bars to scroll it with. */
  JScrollPane scrolled() {
    JScrollPane scroll =
        new JScrollPane(
            this, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.getVerticalScrollBar().setUnitIncrement(STEP);
    return scroll;
  }

  /** The picture in it. */
  ChartPane pane() {
    return pane;
  }

  void show(RankingChart chart) {
    if (leastHeight != chart.leastHeight()) {
      leastHeight = chart.leastHeight();
      revalidate();
    }
    pane.show(chart);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(WIDTH, leastHeight);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height - STEP;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() >= leastHeight;
  }
}
