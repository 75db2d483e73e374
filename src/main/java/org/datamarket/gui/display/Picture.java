package org.datamarket.gui.display;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.datamarket.io.WholeFile;

/** The whole picture, banner and legend included, as an image. */
public final class Picture {
  /** The width of a picture at scale 1. */
  public static final int WIDTH = MarketLayout.WIDTH;

  /** The height of a picture at scale 1. */
  public static final int HEIGHT =
      BannerPainter.HEIGHT + MarketLayout.HEIGHT + LegendPainter.HEIGHT;

  private Picture() {}

  /**
   * Draws a picture.
   *
   * @param text how the run stands
   * @param scale pixels for each unit of the sheet
   */
  public static BufferedImage of(
      Snapshot market, MarketLayout layout, Look look, String text, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(scale * WIDTH),
            (int) Math.round(scale * HEIGHT),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    paint(g, market, layout, look, text);
    g.dispose();
    return image;
  }

  /** Draws a picture at scale 1. */
  public static void paint(
      Graphics2D graphics, Snapshot market, MarketLayout layout, Look look, String text) {
    Graphics2D g = (Graphics2D) graphics.create();
    BannerPainter.paint(g, market.title(), text, market.status());
    g.translate(0, BannerPainter.HEIGHT);
    MarketPainter.paint(g, market, layout, look);
    g.translate(0, MarketLayout.HEIGHT);
    LegendPainter.paint(g, market, layout, look);
    g.dispose();
  }

  /**
   * Writes an image as PNG, at once or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(BufferedImage image, Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          if (!ImageIO.write(image, "png", out)) {
            throw new IOException("PNG cannot be written");
          }
        });
  }
}
