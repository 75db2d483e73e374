package org.datamarket.gui.widget;

import java.awt.Component;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jfree.chart.JFreeChart;
import sim.util.media.PDFEncoder;

/**
 * Drawings as PDF by MASON's encoder. That writes into a file of its own and keeps its failures to
 * itself, so that a page is made aside and looked at before anything of it is handed on.
 */
public final class PdfFile {
  private static final String LAST_WORD = "%%EOF";

  private PdfFile() {}

  /** Draws something into the file that it is given. */
  @FunctionalInterface
  private interface Encoder {
    void encode(Path file);
  }

  /** Writes a chart as a page of this size, in points. */
  public static void write(JFreeChart chart, int width, int height, OutputStream out)
      throws IOException {
    write(file -> PDFEncoder.generatePDF(chart, width, height, file.toFile()), out);
  }

  /** Writes what a component paints as a page of its size. */
  public static void write(Component component, OutputStream out) throws IOException {
    write(file -> PDFEncoder.generatePDF(component, file.toFile()), out);
  }

  private static void write(Encoder encoder, OutputStream out) throws IOException {
    Path aside = Files.createTempFile("datamarket", ".pdf");
    try {
      encoder.encode(aside);
      byte[] page = Files.readAllBytes(aside);
      if (!new String(page, StandardCharsets.ISO_8859_1).stripTrailing().endsWith(LAST_WORD)) {
        throw new IOException(
            "The PDF cannot be made: is there room for it in %s?".formatted(aside.getParent()));
      }
      out.write(page);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
