package org.datamarket.gui.chart;

import java.awt.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JOptionPane;
import org.datamarket.gui.widget.FileSaver;
import org.datamarket.gui.widget.PdfFile;
import org.datamarket.io.WholeFile;
import org.jfree.chart.ChartUtilities;
import org.jfree.chart.JFreeChart;

/** A chart in a file, as PNG or PDF. */
final class ChartFile {
  private static final int WIDTH = 950;
  private static final int HEIGHT = 506;
  private static final int PNG_SCALE = 2;

  private ChartFile() {}

  /** Asks where to save a chart, and saves it. */
  static void ask(
      FileSaver saver, Component parent, Optional<JFreeChart> chart, String name, String type) {
    if (chart.isEmpty()) {
      JOptionPane.showMessageDialog(parent, "There is nothing to save before the first round.");
      return;
    }
    String proposal =
        "%s.%s"
            .formatted(
                name.toLowerCase(Locale.ROOT).strip().replaceAll("[^\\p{L}\\p{N}]+", "-"), type);
    saver.save(
        parent,
        new FileSaver.Request("Save chart", proposal, List.of(type)),
        file -> write(chart.get(), file));
  }

  /** Writes a chart as the file's name says, as .png or .pdf; wholly or not at all. */
  private static void write(JFreeChart chart, Path file) throws IOException {
    boolean pdf = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    WholeFile.write(file, out -> write(chart, pdf, out));
  }

  private static void write(JFreeChart chart, boolean pdf, OutputStream out) throws IOException {
    if (pdf) {
      PdfFile.write(chart, WIDTH, HEIGHT, out);
    } else {
      ChartUtilities.writeScaledChartAsPNG(out, chart, WIDTH, HEIGHT, PNG_SCALE, PNG_SCALE);
    }
  }
}
