package org.datamarket.gui.display;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.Arrays;
import java.util.Comparator;
import org.datamarket.analysis.BuyerAccount;

/**
 * Draws the live bids of a large market, as bands between neighbouring buyers and neighbouring
 * sellers: as wide as what they get in all, in the colour of their mean price; dashed and grey for
 * those that win nothing; cased as far as they are new.
 */
final class BandPainter {
  private static final double CASING = 1.4;
  private static final int SELLER_BINS = 12;
  private static final int BUYER_BINS = 18;
  private static final double WIDEST = 11;

  private final Graphics2D g;
  private final Snapshot market;
  private final MarketLayout layout;
  private final Colouring colouring;

  BandPainter(Graphics2D g, Snapshot market, MarketLayout layout, Colouring colouring) {
    this.g = g;
    this.market = market;
    this.layout = layout;
    this.colouring = colouring;
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
  int paint() {
    Bundle[] bundles = bundles();
    double most = Arrays.stream(bundles).mapToDouble(b -> b.allocation).max().orElse(1);
    int mostLost = Math.max(1, Arrays.stream(bundles).mapToInt(b -> b.lost).max().orElse(1));
    int shown = 0;
    for (Bundle bundle : bundles) {
      shown += bundle.won + bundle.lost;
      if (bundle.lost > 0) {
        double share = (double) bundle.lost / mostLost;
        g.setColor(Palette.faded(Palette.LOSING, 0.25 + 0.65 * share));
        g.setStroke(BidPainter.dashed());
        g.draw(band(bundle, 3));
      }
    }
    Arrays.sort(bundles, Comparator.comparingDouble((Bundle b) -> b.allocation).reversed());
    for (Bundle bundle : bundles) {
      double width = WIDEST * bundle.allocation / most;
      if (bundle.changed > 0) {
        double share = (double) bundle.changed / (bundle.won + bundle.lost);
        g.setColor(Palette.faded(colouring.change(), 0.8 * share));
        g.setStroke(BidPainter.solid(width + CASING));
        g.draw(band(bundle, 0));
      }
      if (bundle.won > 0) {
        Color color = colouring.bid(market.prices().place(bundle.price()));
        g.setColor(Palette.faded(color, 0.85));
        g.setStroke(BidPainter.solid(Math.max(0.4, width)));
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
    return BidPainter.curve(
        fromX + aside,
        layout.buyers().top() - 3,
        toX + aside,
        sellers.top() + sellers.height() + 3);
  }
}
