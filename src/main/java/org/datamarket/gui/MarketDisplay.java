package org.datamarket.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionListener;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import org.datamarket.analysis.Status;
import org.datamarket.gui.display.Around;
import org.datamarket.gui.display.BannerPainter;
import org.datamarket.gui.display.Colouring;
import org.datamarket.gui.display.LegendPainter;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Palette;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.widget.OnScreen;
import sim.display.Display2D;

/** The window that shows the market: MASON's display, a banner above it and a legend below. */
final class MarketDisplay {
  private final DataMarketWithUI gui;
  private final Display2D display;
  private final MarketPortrayal portrayal;
  private final JComponent banner;
  private final JComponent legend;
  private final JComboBox<Colouring> colourings = new JComboBox<>(Colouring.values());
  private final JComboBox<Around> arounds = new JComboBox<>(Around.values());
  private final JFrame frame;

  MarketDisplay(DataMarketWithUI gui) {
    this.gui = gui;
    this.display = new PictureDisplay(gui);
    this.portrayal = new MarketPortrayal(gui, display::repaint);
    this.banner = new Strip(BannerPainter.WIDTH, BannerPainter.HEIGHT, this::paintBanner);
    this.legend = new Strip(LegendPainter.WIDTH, LegendPainter.HEIGHT, this::paintLegend);
    display.display.setVerticalScrollBarPolicy(JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED);
    display.display.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    display.setBackdrop(Palette.GROUND);
    display.attach(portrayal, "Market");
    showTooltips(display.optionPane.getContentPane());
    offer(
        " Buyers by ", "What the colours of buyers stand for", colourings, portrayal::setColouring);
    offer(
        " Around the selected ",
        "Whom a selected buyer or seller is shown among",
        arounds,
        portrayal::setAround);
    frame = display.createFrame();
    frame.setTitle("Market");
    frame.getContentPane().add(banner, BorderLayout.NORTH);
    frame.getContentPane().add(legend, BorderLayout.SOUTH);
    frame.pack();
    frame.setSize(OnScreen.most(frame.getSize()));
    frame.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent resized) {
            fit();
          }
        });
    gui.selection().addListener(this::repaint);
  }

  /** Lets the user choose among all values of a kind, beside the display's buttons. */
  private <T> void offer(String label, String toolTip, JComboBox<T> choices, Consumer<T> onChoice) {
    choices.setToolTipText(toolTip);
    choices.setMaximumSize(choices.getPreferredSize());
    choices.addActionListener(
        chosen -> {
          onChoice.accept(choices.getItemAt(choices.getSelectedIndex()));
          repaint();
        });
    display.header.add(new JLabel(label));
    display.header.add(choices);
  }

  /** Colours buyers by something else from now on. */
  void colourBy(Colouring chosen) {
    colourings.setSelectedItem(chosen);
  }

  /** Shows a selected agent among others from now on. */
  void showAround(Around chosen) {
    arounds.setSelectedItem(chosen);
  }

  /** A strip of fixed height that is drawn by someone else, smaller if the window is narrower. */
  private static final class Strip extends JComponent {
    private static final long serialVersionUID = 1;
    private final transient Consumer<Graphics2D> painter;
    private final int sheetWidth;

    Strip(int width, int height, Consumer<Graphics2D> painter) {
      this.sheetWidth = width;
      this.painter = painter;
      setPreferredSize(new Dimension(width, height));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = (Graphics2D) graphics.create();
      g.setColor(java.awt.Color.WHITE);
      g.fillRect(0, 0, getWidth(), getHeight());
      double scale = Math.min(1, (double) getWidth() / sheetWidth);
      g.scale(scale, scale);
      painter.accept(g);
      g.dispose();
    }
  }

  private void paintBanner(Graphics2D g) {
    Optional<Snapshot> market = gui.snapshot();
    BannerPainter.paint(
        g,
        market.map(Snapshot::title).orElseGet(this::nextTitle),
        gui.statusText(),
        market.map(Snapshot::status).orElse(Status.RUNNING));
  }

  private String nextTitle() {
    return gui.opened().map(OpenedModel::title).orElseGet(gui::modelName);
  }

  private void paintLegend(Graphics2D g) {
    portrayal
        .layout()
        .ifPresent(
            layout ->
                gui.snapshot()
                    .ifPresent(
                        market -> LegendPainter.paint(g, market, layout, portrayal.look(market))));
  }

  /** Scales the sheet to the window, when the window changes its size. */
  private void fit() {
    Dimension room = display.display.getViewport().getExtentSize();
    double scale =
        Math.min(
            room.width / (double) MarketLayout.WIDTH, room.height / (double) MarketLayout.HEIGHT);
    double rounded = Math.floor(scale * 200) / 200;
    if (rounded > 0 && rounded != display.getScale()) {
      display.setScale(rounded);
    }
  }

  private static void showTooltips(Container options) {
    for (Component part : options.getComponents()) {
      if (part instanceof JCheckBox box && box.getText().equals("Tool Tips")) {
        box.setSelected(true);
        for (ActionListener listener : box.getActionListeners()) {
          listener.actionPerformed(null);
        }
      } else if (part instanceof Container container) {
        showTooltips(container);
      }
    }
  }

  /** Takes a market that has been started. */
  void begin(Snapshot market) {
    portrayal.begin(market);
    display.reset();
    repaint();
  }

  /** Shows nothing: there is no market. */
  void clear() {
    portrayal.clear();
    display.reset();
    repaint();
  }

  /** Draws everything again soon. */
  void repaint() {
    frame.getContentPane().repaint();
  }

  /** Draws the strips again soon; the display does so by itself. */
  void repaintStrips() {
    banner.repaint();
    legend.repaint();
  }

  /** The window. */
  JFrame frame() {
    return frame;
  }

  /** MASON's display. */
  Display2D display() {
    return display;
  }

  /** What is drawn in it. */
  MarketPortrayal portrayal() {
    return portrayal;
  }

  /** Closes the window for good. */
  void quit() {
    portrayal.quit();
    frame.dispose();
  }
}
