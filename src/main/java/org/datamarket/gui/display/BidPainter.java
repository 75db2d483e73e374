package org.datamarket.gui.display;

import java.awt.BasicStroke;
import java.awt.Color;
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
 * Draws the live bids: as curves from their buyers to their sellers, or, where they are too many,
 * as bands between neighbouring buyers and neighbouring sellers. What wins is as wide as its
 * allocation and has the colour of its price; what wins nothing is dashed and grey; what is new is
 * cased.
 */
final class BidPainter {
  private static final double BEND = 0.45;
  private static final double THINNEST = 0.9;
  private static final double CASING = 2.8;
  private static final double BAND_CASING = 1.4;
  private static final double ROOM = 0.86;
  private static final int SELLER_BINS = 12;
  private static final int BUYER_BINS = 18;
  private static final double WIDEST_BAND = 11;
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

  /** Draws the bids that have to do with a selection, its own above the others. */
  void paintConcerned(Highlight highlight) {
    Line[] lines =
        Arrays.stream(all())
            .filter(line -> highlight.concerns(line.buyer, line.seller))
            .toArray(Line[]::new);
    paint(select(lines, highlight, false));
    for (Line own : select(lines, highlight, true)) {
      g.setColor(Palette.INK);
      g.setStroke(solid(width(own) + CASING));
      g.draw(curve(own));
      paint(new Line[] {own});
    }
  }

  private static Line[] select(Line[] lines, Highlight highlight, boolean own) {
    return Arrays.stream(lines)
        .filter(line -> highlight.owns(line.buyer, line.seller) == own)
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

  private static BasicStroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  private static BasicStroke dashed() {
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

  private static Shape curve(double fromX, double fromY, double toX, double toY) {
    double bend = BEND * (fromY - toY);
    return new CubicCurve2D.Double(fromX, fromY, fromX, fromY - bend, toX, toY + bend, toX, toY);
  }

  /** All the bids between some neighbouring buyers and some neighbouring sellers. */
  private static final class Bundle {
    private double allocation;
    private double value;
    private int won;
    private int lost;
    private int changed;
    private int buyerBin;
    private int sellerBin;

    private double price() {
      return value / allocation;
    }
  }

  /** Draws the bids in bands; returns how many bids are in them. */
  int paintBands() {
    Bundle[] bundles = bundles();
    double most = Arrays.stream(bundles).mapToDouble(b -> b.allocation).max().orElse(1);
    int mostLost = Math.max(1, Arrays.stream(bundles).mapToInt(b -> b.lost).max().orElse(1));
    int shown = 0;
    for (Bundle bundle : bundles) {
      shown += bundle.won + bundle.lost;
      if (bundle.lost > 0) {
        double share = (double) bundle.lost / mostLost;
        g.setColor(Palette.faded(Palette.LOSING, 0.25 + 0.65 * share));
        g.setStroke(dashed());
        g.draw(band(bundle, 3));
      }
    }
    Arrays.sort(bundles, Comparator.comparingDouble((Bundle b) -> b.allocation).reversed());
    for (Bundle bundle : bundles) {
      double width = WIDEST_BAND * bundle.allocation / most;
      if (bundle.changed > 0) {
        double share = (double) bundle.changed / (bundle.won + bundle.lost);
        g.setColor(Palette.faded(colouring.change(), 0.8 * share));
        g.setStroke(solid(width + BAND_CASING));
        g.draw(band(bundle, 0));
      }
      if (bundle.won > 0) {
        Color color = colouring.bid(market.prices().place(bundle.price()));
        g.setColor(Palette.faded(color, 0.85));
        g.setStroke(solid(Math.max(0.4, width)));
        g.draw(band(bundle, 0));
      }
    }
    return shown;
  }

  private Bundle[] bundles() {
    Bundle[] bundles = new Bundle[SELLER_BINS * BUYER_BINS];
    for (int b = 0; b < bundles.length; b++) {
      bundles[b] = new Bundle();
      bundles[b].buyerBin = b / SELLER_BINS;
      bundles[b].sellerBin = b % SELLER_BINS;
    }
    for (int i = 0; i < market.buyers(); i++) {
      int buyerBin = bin(layout.buyers().x(i), BUYER_BINS);
      BuyerAccount account = market.account(i);
      for (int k = 0; k < account.bids().size(); k++) {
        int sellerBin = bin(layout.sellers().x(account.bids().seller(k)), SELLER_BINS);
        Bundle bundle = bundles[buyerBin * SELLER_BINS + sellerBin];
        double allocation = account.allocations()[k];
        bundle.allocation += allocation;
        bundle.value += allocation * account.bids().bid(k).price();
        bundle.won += allocation > 0 ? 1 : 0;
        bundle.lost += allocation > 0 ? 0 : 1;
        bundle.changed += market.isChanged(i, k) ? 1 : 0;
      }
    }
    return bundles;
  }

  private static int bin(double x, int bins) {
    double share = (x - MarketLayout.MARGIN) / (MarketLayout.WIDTH - 2 * MarketLayout.MARGIN);
    return Math.max(0, Math.min(bins - 1, (int) (share * bins)));
  }

  private static double middle(int bin, int bins) {
    return MarketLayout.MARGIN
        + (bin + 0.5) * (MarketLayout.WIDTH - 2 * MarketLayout.MARGIN) / bins;
  }

  private Shape band(Bundle bundle, double aside) {
    double fromX = middle(bundle.buyerBin, BUYER_BINS);
    double toX = middle(bundle.sellerBin, SELLER_BINS);
    MarketLayout.Band sellers = layout.sellers();
    return curve(
        fromX + aside,
        layout.buyers().top() - 3,
        toX + aside,
        sellers.top() + sellers.height() + 3);
  }
}
