package org.datamarket.gui.chart;

import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.util.Optional;
import org.datamarket.chart.Chart;
import org.datamarket.gui.widget.FileSaver;
import org.jfree.chart.ChartPanel;

/** A chart in a window, laid out for the size it has there and sharp on every screen. */
public final class ChartPane extends ChartPanel {
  private static final long serialVersionUID = 1;
  private static final int LEAST = 200;
  private static final int MOST = 10_000;
  private static final String SAVE_AS_PDF = "SAVE_AS_PDF";

  private final transient FileSaver saver;
  private final String name;

  /**
   * Nothing to be seen yet.
   *
   * @param saver saves what is to be seen, from the menu of its own
   * @param name what it is, for the names of files
   */
  public ChartPane(FileSaver saver, String name) {
    super(null, false);
    this.saver = saver;
    this.name = name;
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

  /** Saves what is to be seen as PNG, from the menu. */
  @Override
  public void doSaveAs() {
    save("png");
  }

  @Override
  public void actionPerformed(ActionEvent event) {
    if (SAVE_AS_PDF.equals(event.getActionCommand())) {
      save("pdf");
    } else {
      super.actionPerformed(event);
    }
  }

  /** Asks for a file and saves what is to be seen in it, as png or pdf. */
  void save(String type) {
    ChartFile.ask(saver, this, Optional.ofNullable(getChart()), name, type);
  }
}
