package org.datamarket.gui.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.output.Figures;

/**
 * Draws the agents. A seller is a square as large as its quantity, filled as far as it is sold; a
 * buyer is a disc as large as its demand, filled as far as that is met in the colour of its
 * utility, or all of it in the colour of what it could gain.
 */
final class AgentPainter {
  private static final double SMALL = 8;
  private static final double MIDDLING = 14;
  private static final double NEARLY_ALL = 0.999;
  private static final BasicStroke OUTLINE = new BasicStroke(1f);
  private static final BasicStroke FINE = new BasicStroke(0.7f);
  private static final BasicStroke RING = new BasicStroke(2.4f);
  private static final BasicStroke SELECTED = new BasicStroke(3.4f);

  private static final AffineTransform PIXELS = new AffineTransform();

  private final Graphics2D g;
  private final Snapshot market;
  private final MarketLayout layout;
  private final Colouring colouring;

  AgentPainter(Graphics2D g, Snapshot market, MarketLayout layout, Colouring colouring) {
    this.g = g;
    this.market = market;
    this.layout = layout;
    this.colouring = colouring;
  }

  void paintAll() {
    boolean tinySellers = layout.sellers().pitch() < MIDDLING;
    boolean tinyBuyers = layout.buyers().pitch() < SMALL;
    AffineTransform toPixels = g.getTransform();
    g.setTransform(PIXELS);
    for (int j = 0; tinySellers && j < market.sellers(); j++) {
      paintTinySeller(j, toPixels);
    }
    for (int i = 0; tinyBuyers && i < market.buyers(); i++) {
      paintTinyBuyer(i, toPixels);
    }
    g.setTransform(toPixels);
    for (int j = 0; !tinySellers && j < market.sellers(); j++) {
      paintSeller(j);
    }
    for (int i = 0; !tinyBuyers && i < market.buyers(); i++) {
      paintBuyer(i);
    }
  }

  private void paintTinySeller(int j, AffineTransform toPixels) {
    paintTiny(layout.sellers(), j, toPixels, soldShare(j), Palette.SOLD);
  }

  private void paintTinyBuyer(int i, AffineTransform toPixels) {
    boolean pale = colouring == Colouring.UTILITY || gainOf(i) == GainClass.NONE;
    Color filled = pale && colouring == Colouring.GAIN ? Palette.EMPTY : color(i);
    boolean out = pale && market.account(i).bids().isEmpty();
    paintTiny(layout.buyers(), i, toPixels, filledShare(i), out ? Palette.OPTED_OUT : filled);
  }

  private double soldShare(int seller) {
    double quantity = market.model().sellers().get(seller).quantity();
    return quantity > 0 ? market.sold(seller) / quantity : 0;
  }

  /** How much of a buyer has its colour: a gain is nothing of which there is a part. */
  private double filledShare(int buyer) {
    if (colouring == Colouring.GAIN) {
      return 1;
    }
    double demand = market.model().buyers().get(buyer).valuation().demand();
    return demand > 0 ? market.account(buyer).allocation() / demand : 0;
  }

  private GainClass gainOf(int buyer) {
    return market.isClearedOnce()
        ? GainClass.UNKNOWN
        : GainClass.of(market.account(buyer), market.model().epsilon());
  }

  private Color color(int buyer) {
    if (colouring == Colouring.GAIN) {
      return gainOf(buyer).color();
    }
    double utility = market.account(buyer).utility();
    return Double.isNaN(utility)
        ? GainClass.UNKNOWN.color()
        : Palette.scale(market.utilityScale().place(utility));
  }

  /** One agent of a few pixels, among others that are not. */
  private void paintAloneTiny(boolean seller, int agent) {
    AffineTransform toPixels = g.getTransform();
    g.setTransform(PIXELS);
    if (seller) {
      paintTinySeller(agent, toPixels);
    } else {
      paintTinyBuyer(agent, toPixels);
    }
    g.setTransform(toPixels);
  }

  /** Draws whom the selected agent has to do with, ringed. */
  void paintConcerned(Highlight highlight) {
    boolean buyerSelected = highlight.buyer() >= 0;
    highlight.reach().stream()
        .forEach(
            other -> {
              boolean pooled = highlight.pool().get(other);
              ring(buyerSelected, other, pooled ? Palette.POOL : Palette.REACH, RING);
            });
    highlight.rivals().stream().forEach(rival -> ring(!buyerSelected, rival, Palette.RIVAL, RING));
  }

  /** Draws an influence set, ringed. */
  void paintInfluence(Influence set) {
    set.sellers().forEach(seller -> ring(true, seller, Palette.INFLUENCE, RING));
    set.buyers().forEach(buyer -> ring(false, buyer, Palette.INFLUENCE, RING));
  }

  /** Draws the selected agent, ringed. */
  void paintSelected(Emphasis emphasis) {
    boolean seller = emphasis.seller() >= 0;
    ring(seller, seller ? emphasis.seller() : emphasis.buyer(), Palette.INK, SELECTED);
  }

  private void ring(boolean seller, int agent, Color color, BasicStroke stroke) {
    MarketLayout.Band band = seller ? layout.sellers() : layout.buyers();
    double size = band.size(agent) + stroke.getLineWidth() + 1;
    double x = band.x(agent) - size / 2;
    double y = band.y(agent) - size / 2;
    Shape shape =
        seller ? new Rectangle2D.Double(x, y, size, size) : new Ellipse2D.Double(x, y, size, size);
    g.setColor(Palette.GROUND);
    g.fill(shape);
    if (seller) {
      paintSeller(agent);
    } else {
      paintBuyer(agent);
    }
    g.setColor(color);
    g.setStroke(stroke);
    g.draw(shape);
  }

  private void paintSeller(int j) {
    MarketLayout.Band band = layout.sellers();
    double size = band.size(j);
    double quantity = market.model().sellers().get(j).quantity();
    double share = soldShare(j);
    if (band.pitch() < MIDDLING) {
      paintAloneTiny(true, j);
      return;
    }
    Rectangle2D.Double box =
        new Rectangle2D.Double(band.x(j) - size / 2, band.y(j) - size / 2, size, size);
    paintFilled(box, share, Palette.SOLD, box);
    g.setColor(Palette.INK);
    g.setStroke(OUTLINE);
    g.draw(box);
    if (band.pitch() >= 60) {
      label(
          market.model().sellers().get(j).id(),
          "%s of %s GB sold, reserve %s %s/GB"
              .formatted(
                  Figures.of(market.sold(j)),
                  Figures.of(quantity),
                  Figures.of(market.reserve(j)),
                  market.model().currency()),
          band.x(j),
          box.y - 22);
    } else if (band.pitch() >= 20) {
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
      g.setColor(Palette.FAINT_INK);
      centred(shortName(market.model().sellers().get(j).id()), band.x(j), band.top() - 3);
    }
  }

  private void paintBuyer(int i) {
    MarketLayout.Band band = layout.buyers();
    double size = band.size(i);
    BuyerAccount account = market.account(i);
    double demand = market.model().buyers().get(i).valuation().demand();
    double share = filledShare(i);
    Color color = color(i);
    double x = band.x(i) - size / 2;
    double y = band.y(i) - size / 2;
    boolean out = account.bids().isEmpty();
    if (band.pitch() < SMALL) {
      paintAloneTiny(false, i);
      return;
    }
    Ellipse2D.Double disc = new Ellipse2D.Double(x, y, size, size);
    if (out) {
      paintOptedOut(disc, colouring == Colouring.GAIN ? color : Color.WHITE);
    } else {
      paintFilled(disc, share, color, segment(disc, share));
      g.setColor(Palette.INK);
      g.setStroke(band.pitch() < MIDDLING ? FINE : OUTLINE);
      g.draw(disc);
    }
    if (band.pitch() >= 60) {
      label(
          market.model().buyers().get(i).id(),
          out
              ? nothing()
              : "%s of %s GB".formatted(Figures.of(account.allocation()), Figures.of(demand)),
          band.x(i),
          y + size + 16);
    }
  }

  private String nothing() {
    return market.isClearedOnce() ? SignWords.of(market).nothing() : "opted out of all";
  }

  /** A few pixels, on whole ones. */
  private void paintTiny(
      MarketLayout.Band band, int agent, AffineTransform toPixels, double share, Color color) {
    double size = band.size(agent);
    int side = Math.max(1, (int) Math.round(size * toPixels.getScaleX()));
    double x = (band.x(agent) - size / 2) * toPixels.getScaleX() + toPixels.getTranslateX();
    double y = (band.y(agent) - size / 2) * toPixels.getScaleY() + toPixels.getTranslateY();
    int left = (int) Math.round(x);
    int top = (int) Math.round(y);
    if (color.equals(Palette.OPTED_OUT)) {
      g.setColor(color);
      g.drawLine(left, top, left + side - 1, top + side - 1);
      g.drawLine(left, top + side - 1, left + side - 1, top);
      return;
    }
    int filled = share > 0 ? Math.min(side, Math.max(1, (int) Math.round(side * share))) : 0;
    if (filled < side) {
      g.setColor(Palette.EMPTY);
      g.fillRect(left, top, side, side - filled);
    }
    if (filled > 0) {
      g.setColor(color);
      g.fillRect(left, top + side - filled, side, filled);
    }
  }

  private void paintOptedOut(Ellipse2D.Double disc, Color color) {
    g.setColor(color);
    g.fill(disc);
    g.setColor(Palette.crossOn(color));
    g.setStroke(OUTLINE);
    g.draw(disc);
    double inset = 0.28 * disc.width;
    g.draw(
        new Line2D.Double(
            disc.x + inset, disc.y + inset, disc.getMaxX() - inset, disc.getMaxY() - inset));
    g.draw(
        new Line2D.Double(
            disc.x + inset, disc.getMaxY() - inset, disc.getMaxX() - inset, disc.y + inset));
  }

  private void paintFilled(Shape whole, double share, Color color, Shape part) {
    if (share >= NEARLY_ALL) {
      g.setColor(color);
      g.fill(whole);
      return;
    }
    g.setColor(Palette.EMPTY);
    g.fill(whole);
    if (share > 0) {
      g.setColor(color);
      g.fill(whole == part ? lower((Rectangle2D.Double) whole, share) : part);
    }
  }

  private static Shape lower(Rectangle2D.Double box, double share) {
    double height = share * box.height;
    return new Rectangle2D.Double(box.x, box.getMaxY() - height, box.width, height);
  }

  /** The lower part of a disc up to a share of its height. */
  private static Shape segment(Ellipse2D.Double disc, double share) {
    double half = Math.toDegrees(Math.acos(1 - 2 * Math.max(0, Math.min(1, share))));
    return new Arc2D.Double(disc.getBounds2D(), 270 - half, 2 * half, Arc2D.CHORD);
  }

  private void label(String name, String detail, double x, double y) {
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    g.setColor(Palette.INK);
    centred(name, x, y);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    g.setColor(Palette.FAINT_INK);
    centred(detail, x, y + 14);
  }

  private void centred(String text, double x, double y) {
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) y);
  }

  /** What tells an agent from the others of its group. */
  private static String shortName(String id) {
    String last = id.substring(id.lastIndexOf('-') + 1);
    return last.length() <= 4 ? last : "";
  }
}
