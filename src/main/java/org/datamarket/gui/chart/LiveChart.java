package org.datamarket.gui.chart;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.datamarket.chart.Chart;
import org.datamarket.gui.widget.FileSaver;
import org.datamarket.gui.widget.OnScreen;
import org.datamarket.gui.widget.Refresh;

/**
 * A chart in a window of its own, which can be saved as PNG and PDF. It works only while it is
 * open.
 */
public final class LiveChart {
  private static final int WIDTH = 950;
  private static final int HEIGHT = 506;

  private final ChartPane pane;
  private final JFrame frame;
  private final Supplier<Optional<Chart>> source;
  private final Refresh refresh = new Refresh(this::update);

  LiveChart(String title, int place, FileSaver saver, Supplier<Optional<Chart>> source) {
    this.pane = new ChartPane(saver, title);
    this.source = source;
    frame = new JFrame(title);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING));
    JButton png = new JButton("Save as PNG…");
    JButton pdf = new JButton("Save as PDF…");
    png.addActionListener(event -> pane.save("png"));
    pdf.addActionListener(event -> pane.save("pdf"));
    buttons.add(png);
    buttons.add(pdf);
    frame.add(pane, BorderLayout.CENTER);
    frame.add(buttons, BorderLayout.SOUTH);
    frame.setBounds(60 + 40 * place, 40 + 50 * place, WIDTH, HEIGHT);
    OnScreen.fit(frame);
    frame.setDefaultCloseOperation(JFrame.HIDE_ON_CLOSE);
    frame.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentShown(ComponentEvent event) {
            update();
          }
        });
  }

  /** Its window. */
  public JFrame frame() {
    return frame;
  }

  /** What it shows. */
  public ChartPane pane() {
    return pane;
  }

  void request() {
    if (frame.isVisible()) {
      refresh.request();
    }
  }

  /** Shows the market as it stands; on the event thread. */
  public void update() {
    source.get().ifPresentOrElse(pane::show, () -> pane.setChart(null));
  }
}
