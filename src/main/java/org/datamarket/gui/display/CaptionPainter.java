package org.datamarket.gui.display;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.stream.IntStream;
import org.datamarket.model.SellerSpec;
import org.datamarket.output.Figures;

/**
 * Writes at the upper and the lower edge of the sheet who stands there, and how they fare together.
 */
final class CaptionPainter {
  private static final double MARGIN = 26;

  private final Graphics2D g;
  private final Snapshot market;
  private final MarketLayout layout;

  CaptionPainter(Graphics2D g, Snapshot market, MarketLayout layout) {
    this.g = g;
    this.market = market;
    this.layout = layout;
  }

  void paint() {
    String sellers = Counts.of(market.sellers(), "seller");
    String buyers = Counts.of(market.buyers(), "buyer");
    write(
        20,
        layout.sellers().isSorted() ? sellers + ", larger quantities to the right" : sellers,
        soldText());
    write(
        MarketLayout.HEIGHT - 10,
        layout.buyers().isSorted() ? buyers + ", willing to pay more to the right" : buyers,
        bidText());
  }

  private String soldText() {
    double supply = market.model().sellers().stream().mapToDouble(SellerSpec::quantity).sum();
    double sold = IntStream.range(0, market.sellers()).mapToDouble(market::sold).sum();
    return "%s of %s GB sold".formatted(Figures.of(sold), Figures.of(supply));
  }

  private String bidText() {
    long out =
        IntStream.range(0, market.buyers()).filter(i -> market.account(i).bids().isEmpty()).count();
    String grouped = layout.isAggregated() ? ", drawn in bands of neighbours" : "";
    if (market.isClearedOnce()) {
      String deliveries = market.liveBids() == 1 ? "1 delivery" : "%s deliveries";
      return "%s%s; %s without any"
          .formatted(
              deliveries.formatted(Counts.of(market.liveBids())),
              grouped,
              Counts.of((int) out, "buyer"));
    }
    String bids = Counts.of(market.liveBids(), "live bid");
    return "%s%s; %s opted out entirely".formatted(bids, grouped, Counts.of(out));
  }

  private void write(double y, String left, String right) {
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
    g.setColor(Palette.INK);
    g.drawString(left, (float) MARGIN, (float) y);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    g.setColor(Palette.FAINT_INK);
    int width = g.getFontMetrics().stringWidth(right);
    g.drawString(right, (float) (MarketLayout.WIDTH - MARGIN - width), (float) y);
  }
}
