package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.await;
import static org.datamarket.gui.GuiSession.onEdt;
import static org.datamarket.gui.GuiSession.settle;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.datamarket.gui.display.Highlight;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.inspect.BuyerInspector;
import org.datamarket.gui.inspect.SellerInspector;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window that shows the market: it shows all of it, and answers to the mouse. */
class MarketDisplayGuiTest {
  private static int liveBids(DataMarket market) {
    return IntStream.range(0, market.market().buyers())
        .map(i -> market.market().bids(i).size())
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"worked-example,0", "worked-example,2", "quickstart,3", "quickstart,30", "city,2"})
  void everyLiveBid_isDrawn(String model, int rounds) throws Exception {
    try (GuiSession session = GuiSession.of(model)) {
      session.step(rounds);
      int bids = liveBids(session.gui.market());
      DisplayWindow.paint(session);
      await("all is drawn", () -> session.gui.display().portrayal().shownBids() == bids);
      assertThat(bids).isPositive();
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void snapshot_isTheMarketOfTheRound() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(2);
      Snapshot before = session.gui.snapshot().orElseThrow();
      session.step(1);
      Snapshot now = session.gui.snapshot().orElseThrow();
      DataMarket market = session.gui.market();
      int changed = 0;
      for (int i = 0; i < now.buyers(); i++) {
        Bids bids = market.market().bids(i);
        assertThat(now.account(i).bids()).isEqualTo(bids);
        for (int k = 0; k < bids.size(); k++) {
          boolean isNew = !before.account(i).bids().at(bids.seller(k)).equals(bids.bid(k));
          assertThat(now.isChanged(i, k)).isEqualTo(isNew);
          changed += isNew ? 1 : 0;
        }
      }
      for (int j = 0; j < now.sellers(); j++) {
        assertThat(now.reserve(j)).isEqualTo(market.market().auction(j).reserve());
        assertThat(now.sold(j)).isEqualTo(market.market().auction(j).sold());
      }
      assertThat(now.changedBids()).isEqualTo(changed).isPositive();
      assertThat(now.round()).isEqualTo(3);
      assertThat(before.round()).isEqualTo(2);
    }
  }

  @Test
  void click_selectsAndShowsReachPoolAndRivals() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(20);
      MarketLayout layout = session.gui.display().portrayal().layout().orElseThrow();
      Market market = session.gui.market().market();
      session.click(layout.buyers().x(17), layout.buyers().y(17), 1);
      assertThat(session.gui.selection().buyer().orElseThrow().number()).isEqualTo(17);
      Highlight highlight = highlight(session);
      assertThat(highlight.buyer()).isEqualTo(17);
      assertThat(highlight.reach().cardinality()).isEqualTo(12);
      BitSet pool = new BitSet();
      for (int k = 0; k < market.bids(17).size(); k++) {
        pool.set(market.bids(17).seller(k));
      }
      assertThat(highlight.pool()).isEqualTo(pool);
      for (int i = 0; i < market.buyers(); i++) {
        int bidder = i;
        boolean rival = i != 17 && pool.stream().anyMatch(j -> !market.bids(bidder).at(j).isNone());
        assertThat(highlight.rivals().get(i)).isEqualTo(rival);
      }
      DisplayWindow.paint(session);

      session.click(layout.sellers().x(5), layout.sellers().y(5), 1);
      assertThat(session.gui.selection().seller().orElseThrow().number()).isEqualTo(5);
      assertThat(session.gui.selection().buyer()).isEmpty();
      assertThat(highlight(session).pool().cardinality()).isEqualTo(market.auction(5).size());
      DisplayWindow.paint(session);

      session.click(500, 300, 1);
      assertThat(session.gui.selection().seller()).isEmpty();
      assertThat(highlight(session).isNone()).isTrue();
    }
  }

  private static Highlight highlight(GuiSession session) throws Exception {
    return onEdt(
        () ->
            (Highlight)
                session.gui.display().portrayal().emphasis(session.gui.snapshot().orElseThrow()));
  }

  @Test
  void everybody_isHitWhereTheyStand() throws Exception {
    for (String model : new String[] {"worked-example", "quickstart", "city"}) {
      MarketLayout layout =
          new MarketLayout(
              OpenedModel.read(
                      java.nio.file.Path.of("models", model + ".yaml"), java.util.List.of())
                  .modelFile()
                  .draw());
      for (MarketLayout.Band band : new MarketLayout.Band[] {layout.sellers(), layout.buyers()}) {
        for (int k = 0; k < band.count(); k++) {
          assertThat(band.at(band.x(k), band.y(k))).isEqualTo(k);
          assertThat(band.x(k) - band.size(k) / 2).isBetween(0.0, (double) MarketLayout.WIDTH);
          assertThat(band.x(k) + band.size(k) / 2).isBetween(0.0, (double) MarketLayout.WIDTH);
          assertThat(band.y(k) - band.size(k) / 2).isPositive();
          assertThat(band.y(k) + band.size(k) / 2).isLessThan(MarketLayout.HEIGHT);
        }
      }
    }
  }

  @Test
  void doubleClick_opensTheInspector() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(5);
      MarketLayout layout = session.gui.display().portrayal().layout().orElseThrow();
      session.click(layout.buyers().x(3), layout.buyers().y(3), 2);
      assertThat(session.console.getAllInspectors())
          .hasAtLeastOneElementOfType(BuyerInspector.class);
      session.click(layout.sellers().x(7), layout.sellers().y(7), 2);
      assertThat(session.console.getAllInspectors())
          .hasAtLeastOneElementOfType(SellerInspector.class);
      assertThat(inspectorWindows(session)).hasSize(2);
      session.click(layout.buyers().x(3), layout.buyers().y(3), 2);
      assertThat(inspectorWindows(session)).hasSize(2);
      session.step(3);
      assertThat(session.round()).isEqualTo(8);
      assertThat(session.errors).isEmpty();
    }
  }

  /** The windows of inspectors: each has its own, and all of it is on the screen. */
  private static Set<Window> inspectorWindows(GuiSession session) throws Exception {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    return onEdt(
        () -> {
          Set<Window> windows = new LinkedHashSet<>();
          for (Object inspector : session.console.getAllInspectors()) {
            Window window = SwingUtilities.getWindowAncestor((Component) inspector);
            if (window != null && window.isShowing()) {
              assertThat(window).isNotSameAs(session.console);
              assertThat(screen.contains(window.getBounds())).isTrue();
              windows.add(window);
            }
          }
          return windows;
        });
  }

  @Test
  void tooltip_tellsWhoItIsAndHowItFares() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example")) {
      session.step(1);
      MarketLayout layout = session.gui.display().portrayal().layout().orElseThrow();
      assertThat(tooltip(session, layout.buyers(), 0))
          .contains("Buyer A", "50 of 50 GB", "2 bids at up to 1 $/GB");
      assertThat(tooltip(session, layout.sellers(), 1))
          .contains("Seller second", "85 of 85 GB sold");
    }
  }

  private static String tooltip(GuiSession session, MarketLayout.Band band, int agent)
      throws Exception {
    JComponent inside = session.gui.display().display().insideDisplay;
    return onEdt(
        () ->
            inside.getToolTipText(
                new MouseEvent(
                    inside,
                    MouseEvent.MOUSE_MOVED,
                    0,
                    0,
                    (int) band.x(agent),
                    (int) band.y(agent),
                    0,
                    false)));
  }

  @Test
  void window_scalesWithItsSize() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(2);
      onEdt(() -> session.gui.display().frame().setSize(700, 640));
      await("it fits", () -> session.gui.display().display().getScale() < 0.7);
      MarketLayout layout = session.gui.display().portrayal().layout().orElseThrow();
      double scale = session.gui.display().display().getScale();
      Dimension room = session.gui.display().display().display.getViewport().getExtentSize();
      double left = Math.max(0, (room.width - scale * MarketLayout.WIDTH) / 2);
      double top = Math.max(0, (room.height - scale * MarketLayout.HEIGHT) / 2);
      session.click(left + scale * layout.buyers().x(9), top + scale * layout.buyers().y(9), 1);
      assertThat(session.gui.selection().buyer().map(b -> b.number())).isEqualTo(Optional.of(9));
      settle();
    }
  }
}
