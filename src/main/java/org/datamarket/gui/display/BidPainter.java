package org.datamarket.gui.display;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;

/**
 * Draws live bids as curves from their buyers to their sellers. What wins is as wide as its
 * allocation and has the colour of its price; what wins nothing is dashed and grey; what is new is
 * cased.
 */
final class BidPainter {
  private static final double BEND = 0.45;
  private static final double THINNEST = 0.9;
  private static final double CASING = 2.8;
  private static final double ROOM = 0.86;
  private static final float DASH = 4;

  private final Graphics2D g;
  private final Snapshot market;
  private final MarketLayout layout;
  private final Colouring colouring;
  private final double unitWidth;
  private final double widest;
  private Line[] all;

  BidPainter(Graphics2D g, Snapshot market, MarketLayout layout, Colouring colouring) {
    this.g = g;
    this.market = market;
    this.layout = layout;
    this.colouring = colouring;
    this.widest = layout.widestBid();
    this.unitWidth = layout.bidWidth();
  }

  /**
   * One live bid, what it gets, and how far from their middles it leaves its buyer and meets its
   * seller.
   */
  private static final class Line {
    private final int buyer;
    private final int seller;
    private final double price;
    private final double allocation;
    private final boolean changed;
    private double fromShift;
    private double toShift;

    private Line(int buyer, int seller, double price, double allocation, boolean changed) {
      this.buyer = buyer;
      this.seller = seller;
      this.price = price;
      this.allocation = allocation;
      this.changed = changed;
    }
  }

  /** All bids; where they are drawn singly, side by side at their ends. */
  private Line[] all() {
    if (all == null) {
      all =
          IntStream.range(0, market.buyers())
              .boxed()
              .flatMap(i -> Arrays.stream(lines(i)))
              .toArray(Line[]::new);
      if (!layout.isAggregated()) {
        spread(
            l -> l.buyer,
            layout.buyers(),
            l -> layout.sellers().x(l.seller),
            (l, s) -> l.fromShift = s);
        spread(
            l -> l.seller,
            layout.sellers(),
            l -> layout.buyers().x(l.buyer),
            (l, s) -> l.toShift = s);
      }
    }
    return all;
  }

  /** Lays the ends of bids at each agent side by side, in the order of where they lead. */
  private void spread(
      ToIntFunction<Line> agent,
      MarketLayout.Band band,
      ToDoubleFunction<Line> otherEnd,
      ObjDoubleConsumer<Line> shift) {
    Line[] ordered = all.clone();
    Arrays.sort(ordered, Comparator.comparingInt(agent).thenComparingDouble(otherEnd));
    for (int from = 0; from < ordered.length; ) {
      int who = agent.applyAsInt(ordered[from]);
      int to = from;
      double sum = 0;
      while (to < ordered.length && agent.applyAsInt(ordered[to]) == who) {
        sum += width(ordered[to]);
        to++;
      }
      double squeeze = Math.min(1, ROOM * band.size(who) / sum);
      double at = -squeeze * sum / 2;
      for (int k = from; k < to; k++) {
        double width = squeeze * width(ordered[k]);
        shift.accept(ordered[k], at + width / 2);
        at += width;
      }
      from = to;
    }
  }

  private Shape curve(Line line) {
    MarketLayout.Band buyers = layout.buyers();
    MarketLayout.Band sellers = layout.sellers();
    double half = buyers.size(line.buyer) / 2;
    double rim = Math.sqrt(Math.max(0, half * half - line.fromShift * line.fromShift));
    return curve(
        buyers.x(line.buyer) + line.fromShift,
        buyers.y(line.buyer) - rim + 1,
        sellers.x(line.seller) + line.toShift,
        sellers.y(line.seller) + sellers.size(line.seller) / 2);
  }

  /** Draws every bid by itself; returns how many there are. */
  int paintAll() {
    paint(all());
    return all().length;
  }

  /** Some bids, by who makes them and at which seller. */
  @FunctionalInterface
  interface Choice {
    boolean has(int bidder, int bidAt);
  }

  /** Draws some of the bids. */
  void paint(Choice choice) {
    paint(choose(choice));
  }

  /** Draws the bids that have to do with a selection, its own above the others. */
  void paintConcerned(Emphasis emphasis) {
    paint((i, j) -> emphasis.concerns(i, j) && !emphasis.owns(i, j));
    for (Line own : choose((i, j) -> emphasis.concerns(i, j) && emphasis.owns(i, j))) {
      g.setColor(Palette.INK);
      g.setStroke(solid(width(own) + CASING));
      g.draw(curve(own));
      paint(new Line[] {own});
    }
  }

  private Line[] choose(Choice choice) {
    return Arrays.stream(all())
        .filter(line -> choice.has(line.buyer, line.seller))
        .toArray(Line[]::new);
  }

  private Line[] lines(int buyer) {
    BuyerAccount account = market.account(buyer);
    Bids bids = account.bids();
    Line[] lines = new Line[bids.size()];
    for (int k = 0; k < lines.length; k++) {
      Bid bid = bids.bid(k);
      lines[k] =
          new Line(
              buyer,
              bids.seller(k),
              bid.price(),
              account.allocations()[k],
              market.isChanged(buyer, k));
    }
    return lines;
  }

  private void paint(Line[] lines) {
    for (Line line : lines) {
      if (line.changed) {
        g.setColor(colouring.change());
        g.setStroke(solid(width(line) + CASING));
        g.draw(curve(line));
      }
    }
    for (Line line : lines) {
      if (line.allocation <= 0) {
        g.setColor(line.changed ? Palette.GROUND : Palette.LOSING);
        if (line.changed) {
          g.setStroke(solid(THINNEST + 0.5));
          g.draw(curve(line));
          g.setColor(Palette.LOSING);
        }
        g.setStroke(dashed());
        g.draw(curve(line));
      }
    }
    Line[] winners =
        Arrays.stream(lines)
            .filter(line -> line.allocation > 0)
            .sorted(Comparator.comparingDouble((Line line) -> line.allocation).reversed())
            .toArray(Line[]::new);
    for (Line line : winners) {
      g.setColor(colouring.bid(market.prices().place(line.price)));
      g.setStroke(solid(width(line)));
      g.draw(curve(line));
    }
  }

  private double width(Line line) {
    return line.allocation <= 0
        ? THINNEST
        : Math.max(THINNEST, Math.min(1.3 * widest, unitWidth * line.allocation));
  }

  static BasicStroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dashed() {
    return new BasicStroke(
        (float) THINNEST,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        new float[] {DASH, DASH},
        0);
  }

  /** The way of a bid, from the upper edge of its buyer to the lower edge of its seller. */
  static Shape curve(MarketLayout layout, int buyer, int seller) {
    MarketLayout.Band buyers = layout.buyers();
    MarketLayout.Band sellers = layout.sellers();
    return curve(
        buyers.x(buyer),
        buyers.y(buyer) - buyers.size(buyer) / 2,
        sellers.x(seller),
        sellers.y(seller) + sellers.size(seller) / 2);
  }

  static Shape curve(double fromX, double fromY, double toX, double toY) {
    double bend = BEND * (fromY - toY);
    return new CubicCurve2D.Double(fromX, fromY, fromX, fromY - bend, toX, toY + bend, toX, toY);
  }
}
