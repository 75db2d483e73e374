package org.datamarket.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Charts as pictures. The same chart gives the same bytes on the same machine, fonts and Java; no
 * display is needed.
 */
public final class Pictures {
  /** How wide a chart is laid out, in points; an SVG scales from there. */
  public static final int WIDTH = 800;

  /** How high a chart is laid out, in points. */
  public static final int HEIGHT = 500;

  /** Without the document type, for which some readers would ask the network. */
  private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static final String SVG = "http://www.w3.org/2000/svg";

  private Pictures() {}

  /** A chart as an SVG document; its texts stay texts. */
  public static String svg(JFreeChart chart) {
    SVGGraphics2D canvas = new SVGGraphics2D(document());
    canvas.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
    chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    Element root = canvas.getRoot();
    root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
    StringWriter text = new StringWriter();
    try {
      canvas.stream(root, text, false, false);
    } catch (SVGGraphics2DIOException impossible) {
      throw new UncheckedIOException("a text in memory cannot fail", impossible);
    }
    String document = text.toString().replace(System.lineSeparator(), "\n");
    return HEADER + document.substring(document.indexOf("<svg"));
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException missing) {
      throw new IllegalStateException("every Java has a document builder", missing);
    }
  }

  /**
   * A chart as an image.
   *
   * @param scale pixels a point
   */
  public static BufferedImage image(JFreeChart chart, int scale) {
    BufferedImage image =
        new BufferedImage(scale * WIDTH, scale * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.scale(scale, scale);
    chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    canvas.dispose();
    return image;
  }
}
