package org.datamarket.gui.chart;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import org.datamarket.gui.inspect.Refresh;
import org.datamarket.report.Chart;
import org.jfree.chart.ChartUtilities;
import sim.util.media.PDFEncoder;

/** A chart in a window of its own, which can be saved as PNG and PDF. It works only while it is open. */
public final class LiveChart {
  private static final int WIDTH = 950;
  private static final int HEIGHT = 506;
  private static final int PNG_SCALE = 2;

  private final Pane pane = new Pane();
  private final JFrame frame;
  private final Supplier<Optional<Chart>> source;
  private final Refresh refresh = new Refresh(this::update);

  LiveChart(String title, int place, Supplier<Optional<Chart>> source) {
    this.source = source;
    frame = new JFrame(title);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING));
    JButton png = new JButton("Save as PNG…");
    JButton pdf = new JButton("Save as PDF…");
    png.addActionListener(event -> choose("png"));
    pdf.addActionListener(event -> choose("pdf"));
    buttons.add(png);
    buttons.add(pdf);
    frame.add(pane, BorderLayout.CENTER);
    frame.add(buttons, BorderLayout.SOUTH);
    frame.setBounds(60 + 40 * place, 40 + 50 * place, WIDTH, HEIGHT);
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
  public Pane pane() {
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

  /** Saves what it shows as the file's name says, as .png or .pdf. */
  public void save(File file) throws IOException {
    if (file.getName().endsWith(".pdf")) {
      PDFEncoder.generatePDF(pane.getChart(), WIDTH, HEIGHT, file);
    } else {
      try (OutputStream out = Files.newOutputStream(file.toPath())) {
        ChartUtilities.writeScaledChartAsPNG(
            out, pane.getChart(), WIDTH, HEIGHT, PNG_SCALE, PNG_SCALE);
      }
    }
  }

  private void choose(String type) {
    if (pane.getChart() == null) {
      JOptionPane.showMessageDialog(frame, "There is nothing to save before the first round.");
      return;
    }
    JFileChooser chooser = new JFileChooser();
    chooser.setSelectedFile(new File(frame.getTitle().toLowerCase(Locale.ROOT).replace(' ', '-') + "." + type));
    if (chooser.showSaveDialog(frame) == JFileChooser.APPROVE_OPTION) {
      File chosen = chooser.getSelectedFile();
      File file =
          chosen.getName().endsWith("." + type)
              ? chosen
              : new File(chosen.getParentFile(), chosen.getName() + "." + type);
      try {
        save(file);
      } catch (IOException failure) {
        JOptionPane.showMessageDialog(
            frame, failure.getMessage(), "The chart was not saved", JOptionPane.ERROR_MESSAGE);
      }
    }
  }
}
