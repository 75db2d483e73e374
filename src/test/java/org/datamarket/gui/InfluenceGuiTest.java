package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.supremum.InfluenceSets;
import org.datamarket.gui.display.Around;
import org.datamarket.gui.display.InfluenceHighlight;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Palette;
import org.datamarket.gui.display.Snapshot;
import org.junit.jupiter.api.Test;

/** The influence set of whoever is selected, in the window that shows the market. */
class InfluenceGuiTest {
  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /** Who has a ring of a set's colour on the screen, by number. */
  private static List<Integer> ringed(
      GuiSession session, BufferedImage image, MarketLayout.Band band) {
    double scale = session.gui.display().display().getScale();
    List<Integer> ringed = new ArrayList<>();
    for (int k = 0; k < band.count(); k++) {
      java.awt.Point at =
          SwingUtilities.convertPoint(
              session.gui.display().display().insideDisplay,
              (int) Math.floor(scale * (band.x(k) - band.size(k) / 2 - 1.7)),
              (int) Math.floor(scale * band.y(k)),
              session.gui.display().frame().getContentPane());
      Color rim = new Color(image.getRGB(at.x, at.y));
      boolean blue = Math.abs(rim.getRed() - Palette.INFLUENCE.getRed()) < 40;
      if (blue && Math.abs(rim.getBlue() - Palette.INFLUENCE.getBlue()) < 40) {
        ringed.add(k);
      }
    }
    return ringed;
  }

  private static InfluenceHighlight emphasis(GuiSession session) throws Exception {
    Snapshot market = session.gui.snapshot().orElseThrow();
    return onEdt(() -> (InfluenceHighlight) session.gui.display().portrayal().emphasis(market));
  }

  @Test
  void counterexample_theSelectedSellersSetIsRinged() throws Exception {
    try (GuiSession session = GuiSession.of("counterexamples/price-ordering")) {
      DisplayWindow.choose(session, Around.INFLUENCE);
      session.playToPause();
      MarketLayout layout = session.gui.display().portrayal().layout().orElseThrow();
      session.click(layout.sellers().x(0), layout.sellers().y(0), 1);
      GuiSession.settle();
      InfluenceSets.Influence set = new InfluenceSets(session.gui.market().market()).primary(0);
      assertThat(set.sellers()).containsExactly(0, 1);
      assertThat(set.buyers()).containsExactly(0, 1, 2);
      BufferedImage image = DisplayWindow.paint(session);
      assertThat(ringed(session, image, layout.sellers())).containsExactly(1);
      assertThat(ringed(session, image, layout.buyers())).containsExactlyElementsOf(set.buyers());
      session.click(500, 300, 1);
      GuiSession.settle();
      assertThat(ringed(session, DisplayWindow.paint(session), layout.buyers())).isEmpty();
    }
  }

  @Test
  void sets_followTheMarketAndTheSelection() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      DisplayWindow.choose(session, Around.INFLUENCE);
      session.step(2);
      onEdt(() -> session.gui.selection().select(session.gui.market().sellers().get(5)));
      List<InfluenceSets.Influence> seen = new ArrayList<>();
      for (int round = 3; round < 8; round++) {
        session.step(1);
        DisplayWindow.paint(session);
        InfluenceSets now = new InfluenceSets(session.gui.market().market());
        assertThat(emphasis(session).primary()).isEqualTo(now.primary(5));
        assertThat(emphasis(session).component()).isEqualTo(now.component(5));
        seen.add(now.component(5));
      }
      assertThat(seen.stream().distinct()).hasSizeGreaterThan(2);
      onEdt(() -> session.gui.selection().select(session.gui.market().buyers().get(17)));
      InfluenceSets now = new InfluenceSets(session.gui.market().market());
      assertThat(emphasis(session).primary()).isEqualTo(now.primaryOfBuyer(17));
      assertThat(session.errors).isEmpty();
    }
  }

  /** Sets are found once for each market and selection, and not again whenever it is painted. */
  @Test
  void painting_doesNotFindThemAgain() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      DisplayWindow.choose(session, Around.INFLUENCE);
      session.step(3);
      onEdt(() -> session.gui.selection().select(session.gui.market().sellers().get(5)));
      InfluenceHighlight first = emphasis(session);
      DisplayWindow.paint(session);
      assertThat(emphasis(session)).isSameAs(first);
      assertThat(emphasis(session).sets())
          .isSameAs(session.gui.snapshot().orElseThrow().influence());
    }
  }

  @Test
  void choice_changesBackAndForth() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(20);
      onEdt(() -> session.gui.selection().select(session.gui.market().buyers().get(150)));
      int[] reach = pixels(DisplayWindow.paint(session));
      DisplayWindow.choose(session, Around.INFLUENCE);
      int[] influence = pixels(DisplayWindow.paint(session));
      assertThat(Arrays.equals(influence, reach)).isFalse();
      DisplayWindow.choose(session, Around.REACH);
      assertThat(Arrays.equals(pixels(DisplayWindow.paint(session)), reach)).isTrue();
    }
  }
}
