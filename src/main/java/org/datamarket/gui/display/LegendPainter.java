package org.datamarket.gui.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.output.Figures;

/** Says what the signs of the picture mean, on a strip of {@value #WIDTH} × {@value #HEIGHT}. */
public final class LegendPainter {
  /** The width of the strip. */
  public static final int WIDTH = 1000;

  /** The height of the strip. */
  public static final int HEIGHT = 112;

  private static final List<Double> COLUMNS = List.of(26.0, 226.0, 484.0, 808.0);
  private static final double ROW = 20;
  private static final double FIRST = 22;
  private static final double SIGN = 34;
  private static final double TEXT = 24;
  private static final double FAINT = 0.4;

  private final Graphics2D g;
  private final Snapshot market;
  private final MarketLayout layout;
  private final Look look;
  private final Colouring colouring;
  private final SignWords words;

  private LegendPainter(Graphics2D g, Snapshot market, MarketLayout layout, Look look) {
    this.g = g;
    this.market = market;
    this.layout = layout;
    this.look = look;
    this.colouring = look.colouring();
    this.words = SignWords.of(market);
  }

  /** Draws the legend of a picture. */
  public static void paint(Graphics2D g, Snapshot market, MarketLayout layout, Look look) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      new LegendPainter(own, market, layout, look).paint();
    } finally {
      own.dispose();
    }
  }

  private void paint() {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    g.setColor(Palette.EMPTY);
    g.draw(new Line2D.Double(0, 0.5, WIDTH, 0.5));
    paintSellers();
    paintBuyers();
    paintBids();
    paintSelection();
  }

  private double y(int row) {
    return FIRST + ROW * row;
  }

  private void paintSellers() {
    double x = COLUMNS.get(0);
    title(x, "Seller");
    box(x + 6, y(1), 7, 0);
    box(x + 22, y(1), 13, 0);
    text(x + SIGN, y(1), "size: quantity on offer");
    box(x + 16, y(2), 14, 0.6);
    text(x + SIGN, y(2), "fill: share sold");
  }

  private void box(double x, double y, double size, double share) {
    double left = x - size / 2;
    double top = y - size / 2;
    g.setColor(Palette.EMPTY);
    g.fill(new Rectangle2D.Double(left, top, size, size));
    g.setColor(Palette.SOLD);
    g.fill(new Rectangle2D.Double(left, top + size * (1 - share), size, size * share));
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1));
    g.draw(new Rectangle2D.Double(left, top, size, size));
  }

  private void paintBuyers() {
    double x = COLUMNS.get(1);
    title(x, "Buyer");
    disc(x + 6, y(1), 7, Palette.EMPTY);
    disc(x + 22, y(1), 13, Palette.EMPTY);
    if (colouring == Colouring.GAIN) {
      text(x + SIGN, y(1), "size: demand");
      if (market.isClearedOnce()) {
        paintNeutral(x, y(2), "no gain without bids");
      } else {
        paintGains(x, y(2));
      }
    } else {
      text(x + SIGN, y(1), "size: demand; fill: share met");
      if (market.isPaid()) {
        paintScale(x, y(2), market.utilityScale(), market.model().currency(), "utility");
      } else {
        paintNeutral(x, y(2), "no utility, as nobody pays");
      }
    }
    disc(x + 7, y(4) - 4, 13, Color.WHITE);
    cross(x + 7, y(4) - 4, 6);
    text(x + 22, y(4) - 4, words.nothing());
  }

  /** The colour of what there is no number for. */
  private void paintNeutral(double x, double y, String why) {
    g.setColor(GainClass.UNKNOWN.color());
    g.fill(new Rectangle2D.Double(x, y - 6, 28, 11));
    text(x + SIGN, y, why);
  }

  /** The classes of gains, each with its bounds below. */
  private void paintGains(double x, double y) {
    double width = 22;
    double left = x;
    for (GainClass gain : GainClass.gains()) {
      Rectangle2D.Double patch = new Rectangle2D.Double(left, y - 6, width, 11);
      g.setColor(gain.color());
      g.fill(patch);
      g.setColor(Palette.FAINT_INK);
      g.setStroke(new BasicStroke(0.7f));
      g.draw(patch);
      left += width;
      if (gain != GainClass.MORE) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        String most = Figures.of(gain.most());
        int length = g.getFontMetrics().stringWidth(most);
        g.drawString(most, (float) (left - length / 2.0), (float) (y + 16));
      }
    }
    text(left + 8, y, "colour: gain in ε");
  }

  private void disc(double x, double y, double size, Color color) {
    Ellipse2D.Double disc = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    g.setColor(color);
    g.fill(disc);
    g.setColor(color.equals(Color.WHITE) ? Palette.OPTED_OUT : Palette.INK);
    g.setStroke(new BasicStroke(1));
    g.draw(disc);
  }

  private void cross(double x, double y, double size) {
    double half = size / 2;
    g.draw(new Line2D.Double(x - half, y - half, x + half, y + half));
    g.draw(new Line2D.Double(x - half, y + half, x + half, y - half));
  }

  private void paintScale(double x, double y, Scale scale, String unit, String name) {
    double width = 120;
    for (int k = 0; k < width; k++) {
      g.setColor(Palette.scale(k / (width - 1)));
      g.fill(new Rectangle2D.Double(x + k, y - 6, 1.5, 11));
    }
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    g.setColor(Palette.FAINT_INK);
    if (scale.isKnown()) {
      String least = scale.least() == 0 ? "0" : "≤ " + Figures.of(scale.least());
      g.drawString(least, (float) x, (float) (y + 16));
      String most = "≥ " + Figures.of(scale.most());
      int length = g.getFontMetrics().stringWidth(most);
      g.drawString(most, (float) (x + width - length), (float) (y + 16));
    }
    text(x + width + 10, y, "colour: %s, %s".formatted(name, unit));
  }

  private void paintBids() {
    double x = COLUMNS.get(2);
    title(x, layout.isAggregated() ? words.bundled() : words.line());
    double[] samples = {0.35, 0.8};
    double widest = layout.isAggregated() ? 11 : layout.widestBid();
    for (int k = 0; k < samples.length; k++) {
      line(
          x + 42 * k,
          x + 42 * k + 32,
          y(1),
          colouring.bid(0.6),
          new BasicStroke((float) (samples[k] * widest)));
    }
    text(x + 86, y(1), widthText(samples, widest));
    if (colouring == Colouring.UTILITY) {
      paintScale(x, y(2), market.prices(), market.model().currency() + "/GB", words.price());
    } else {
      text(x, y(2), "grey, as colour is for gains");
    }
    if (market.isClearedOnce()) {
      text(x, y(4) - 4, "cleared once: there are no rounds and no bids");
    } else {
      paintFates(x, y(4) - 4);
    }
  }

  /** What may become of a bid. */
  private void paintFates(double x, double row) {
    Stroke dashes =
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);
    line(x, x + 30, row, Palette.LOSING, dashes);
    text(x + 38, row, "wins nothing");
    line(x + 136, x + 166, row, colouring.change(), new BasicStroke(6));
    line(x + 136, x + 166, row, colouring.bid(0.6), new BasicStroke(2.5f));
    text(x + 174, row, "new in this round");
  }

  private String widthText(double[] samples, double widest) {
    if (layout.isAggregated()) {
      return "width: allocation";
    }
    double unit = layout.bidWidth();
    return "allocation: %s and %s GB"
        .formatted(
            Figures.of(rounded(samples[0] * widest / unit)),
            Figures.of(rounded(samples[1] * widest / unit)));
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", value));
  }

  private void line(double fromX, double toX, double y, Color color, Stroke stroke) {
    g.setColor(color);
    g.setStroke(stroke);
    g.draw(new Line2D.Double(fromX, y, toX, y));
  }

  private void paintSelection() {
    double x = COLUMNS.get(3);
    title(x, "Around the selected");
    if (look.around() == Around.INFLUENCE) {
      paintInfluence(x);
    } else {
      ring(x, 1, Palette.REACH, "its reach");
      ring(x, 2, Palette.POOL, words.pool());
      ring(x, 3, Palette.RIVAL, words.rivals());
    }
  }

  /** The signs of influence sets, below each how many belong to it. */
  private void paintInfluence(double x) {
    ring(x, 1, Palette.INFLUENCE, "influence set (Λ, λ)");
    ring(x, 3, Palette.faded(Palette.INFLUENCE, FAINT), "connected with it");
    if (look.emphasis() instanceof InfluenceHighlight influence) {
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
      g.setColor(Palette.FAINT_INK);
      g.drawString(count(influence.primary()), (float) (x + TEXT), (float) y(2));
      g.drawString(count(influence.component()), (float) (x + TEXT), (float) y(4));
    }
  }

  private static String count(Influence set) {
    return "%s, %s"
        .formatted(
            Counts.of(set.sellers().size(), "seller"), Counts.of(set.buyers().size(), "buyer"));
  }

  private void ring(double x, int row, Color color, String meaning) {
    g.setColor(color);
    g.setStroke(new BasicStroke(2.6f));
    g.draw(new Ellipse2D.Double(x + 2, y(row) - 6, 12, 12));
    text(x + TEXT, y(row), meaning);
  }

  private void title(double x, String text) {
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
    g.setColor(Palette.INK);
    g.drawString(text, (float) x, (float) (FIRST + 1));
  }

  private void text(double x, double y, String text) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.setColor(Palette.INK);
    g.drawString(text, (float) x, (float) (y + 4));
  }
}
