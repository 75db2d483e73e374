package org.datamarket.gui.display;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.analysis.Status;

/** Says above the picture how the run stands, on a strip of {@value #WIDTH} × {@value #HEIGHT}. */
public final class BannerPainter {
  /** The width of the strip. */
  public static final int WIDTH = 1000;

  /** The height of the strip. */
  public static final int HEIGHT = 62;

  private static final int LINES = 2;
  private static final double LEFT = 52;
  private static final double ROOM = WIDTH - LEFT - 26;

  private BannerPainter() {}

  /**
   * Draws the banner.
   *
   * @param title what runs
   * @param text how it stands
   * @param status the sign before it
   */
  public static void paint(Graphics2D graphics, String title, String text, Status status) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
      g.setColor(color(status));
      g.fill(new Ellipse2D.Double(26, 12, 13, 13));
      paintText(g, title, text);
    } finally {
      g.dispose();
    }
  }

  /** A title that fits one line is larger than one that takes two. */
  private static void paintText(Graphics2D g, String title, String text) {
    g.setColor(Palette.INK);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    boolean fits = g.getFontMetrics().stringWidth(title) <= ROOM;
    if (!fits) {
      g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
    }
    float y = fits ? 23 : 16;
    float line = fits ? 17 : 14;
    for (String part : wrapped(title, g.getFontMetrics())) {
      g.drawString(part, (float) LEFT, y);
      y += line;
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    for (String part : wrapped(text, g.getFontMetrics())) {
      g.drawString(part, (float) LEFT, y);
      y += fits ? 16 : 14;
    }
  }

  private static Color color(Status status) {
    return switch (status) {
      case RUNNING -> Palette.REACH;
      case CONVERGED, CLEARED -> Palette.SOLD;
      case CYCLE, ROUND_LIMIT -> Palette.CHANGED;
    };
  }

  /** A word, cut if it is too wide. */
  private static String fitting(String text, FontMetrics metrics) {
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > ROOM) {
      end = text.offsetByCodePoints(end, -1);
    }
    return metrics.stringWidth(text) <= ROOM ? text : text.substring(0, end).stripTrailing() + "…";
  }

  private static List<String> wrapped(String text, FontMetrics metrics) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      boolean fits = metrics.stringWidth(line + " " + word) <= ROOM;
      if (!fits && lines.size() < LINES - 1) {
        lines.add(line.toString());
        line.setLength(0);
        fits = true;
      }
      if (!fits) {
        line.append(" …");
        break;
      }
      line.append(line.isEmpty() ? "" : " ").append(fitting(word, metrics));
    }
    lines.add(line.toString());
    return lines;
  }
}
