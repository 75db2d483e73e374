package org.datamarket.gui.display;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;

/** Draws a market on the sheet of its layout. */
public final class MarketPainter {
  private static final double VEIL = 0.82;
  private static final double BEYOND = 0.7;
  private static final double CONNECTED = 0.55;
  private static final double SEEN = 0.9;

  private final Graphics2D g;
  private final Snapshot market;
  private final MarketLayout layout;
  private final Look look;

  private MarketPainter(Graphics2D g, Snapshot market, MarketLayout layout, Look look) {
    this.g = g;
    this.market = market;
    this.layout = layout;
    this.look = look;
  }

  /**
   * Draws a market.
   *
   * @param g on the sheet's own scale
   * @return how many live bids the picture shows, singly or in bands
   */
  public static int paint(Graphics2D g, Snapshot market, MarketLayout layout, Look look) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      return new MarketPainter(own, market, layout, look).paint();
    } finally {
      own.dispose();
    }
  }

  private int paint() {
    hint(true);
    g.setColor(Palette.GROUND);
    g.fill(sheet());
    BidPainter bids = new BidPainter(g, market, layout, look.colouring());
    int shown =
        layout.isAggregated()
            ? new BandPainter(g, market, layout, look.colouring()).paint()
            : bids.paintAll();
    AgentPainter agents = new AgentPainter(g, market, layout, look.colouring());
    agents.paintAll();
    if (!look.emphasis().isNone()) {
      emphasize(look.emphasis(), bids, agents);
    }
    new CaptionPainter(g, market, layout).paint();
    return shown;
  }

  private void emphasize(Emphasis emphasis, BidPainter bids, AgentPainter agents) {
    if (emphasis instanceof InfluenceHighlight influence) {
      veil(BEYOND);
      bids.paint(influence::connects);
      agents.paintInfluence(influence.component());
      veil(CONNECTED);
      bids.paintConcerned(influence);
      agents.paintInfluence(influence.primary());
    } else if (emphasis instanceof Highlight highlight) {
      veil(VEIL);
      paintReach(highlight);
      bids.paintConcerned(highlight);
      agents.paintConcerned(highlight);
    }
    agents.paintSelected(emphasis);
  }

  private void veil(double opacity) {
    g.setColor(Palette.faded(Palette.GROUND, opacity));
    g.fill(sheet());
  }

  private static Rectangle2D sheet() {
    return new Rectangle2D.Double(0, 0, MarketLayout.WIDTH, MarketLayout.HEIGHT);
  }

  private void hint(boolean smooth) {
    g.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  private void paintReach(Highlight highlight) {
    Stroke before = g.getStroke();
    BitSet reach = (BitSet) highlight.reach().clone();
    reach.andNot(highlight.pool());
    boolean many = reach.cardinality() > 400;
    g.setStroke(new BasicStroke(many ? 0.4f : 1f));
    g.setColor(Palette.faded(Palette.REACH, many ? 0.25 : SEEN));
    reach.stream()
        .forEach(
            other ->
                g.draw(
                    highlight.buyer() >= 0
                        ? BidPainter.curve(layout, highlight.buyer(), other)
                        : BidPainter.curve(layout, other, highlight.seller())));
    g.setStroke(before);
  }
}
