package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;

import java.awt.Color;
import java.awt.Component;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.gui.display.Colouring;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.output.Figures;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buyers coloured by what they could gain, in units of ε. */
class ColouringGuiTest {
  /** The colour in the middle of a buyer on the screen. */
  private static Color colour(GuiSession session, BufferedImage image, int buyer) {
    MarketLayout layout = session.gui.display().portrayal().layout().orElseThrow();
    Component inside = session.gui.display().display().insideDisplay;
    double scale = session.gui.display().display().getScale();
    java.awt.Point at =
        SwingUtilities.convertPoint(
            inside,
            (int) (scale * layout.buyers().x(buyer)),
            (int) (scale * layout.buyers().y(buyer)),
            session.gui.display().frame().getContentPane());
    return new Color(image.getRGB(at.x, at.y));
  }

  /** The power of ten and its half that a gain is below, as multiples of ε; 0 up to ε. */
  private static double bound(BuyerAccount account, double epsilon) {
    double multiple = account.nashGap() / epsilon;
    double[] bounds = {1, 3, 10, 30, 100};
    for (double bound : bounds) {
      if (multiple <= bound) {
        return bound;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  void gain_hasTheColourOfItsClass() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(20);
      DisplayWindow.choose(session, Colouring.GAIN);
      BufferedImage image = DisplayWindow.paint(session);
      DataMarket market = session.gui.market();
      Map<Double, Set<Color>> colours = new HashMap<>();
      for (int i = 0; i < market.buyers().size(); i++) {
        BuyerAccount account = market.ledger().account(i);
        if (!account.bids().isEmpty()) {
          colours
              .computeIfAbsent(bound(account, market.model().epsilon()), bound -> new HashSet<>())
              .add(colour(session, image, i));
        }
      }
      assertThat(colours).hasSizeGreaterThan(4);
      assertThat(colours.values()).allSatisfy(same -> assertThat(same).hasSize(1));
      assertThat(colours.values()).doesNotHaveDuplicates();
      assertThat(colours.get(1.0)).containsExactly(Color.WHITE);
    }
  }

  @Test
  void equilibrium_isWithoutColour() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example")) {
      session.playToPause();
      DisplayWindow.choose(session, Colouring.GAIN);
      BufferedImage image = DisplayWindow.paint(session);
      DataMarket market = session.gui.market();
      assertThat(market.ledger().nashGap()).isLessThanOrEqualTo(market.model().epsilon());
      for (int i = 0; i < market.buyers().size(); i++) {
        assertThat(colour(session, image, i)).isEqualTo(Color.WHITE);
      }
    }
  }

  /** A picture is drawn in the background: it is put on the screen when it is there. */
  @Test
  void largeMarket_isColouredToo() throws Exception {
    try (GuiSession session = GuiSession.of("city")) {
      session.step(2);
      BufferedImage before = DisplayWindow.paint(session);
      int shown = session.gui.display().portrayal().pictures();
      DisplayWindow.choose(session, Colouring.GAIN);
      GuiSession.await(
          "the new picture is there",
          () -> {
            try {
              DisplayWindow.paint(session);
            } catch (Exception failed) {
              throw new AssertionError(failed);
            }
            return session.gui.display().portrayal().pictures() > shown;
          });
      BufferedImage after = DisplayWindow.paint(session);
      int differ = 0;
      for (int i = 0; i < session.gui.market().buyers().size(); i++) {
        differ += colour(session, before, i).equals(colour(session, after, i)) ? 0 : 1;
      }
      assertThat(differ).isGreaterThan(1000);
    }
  }

  @Test
  void choice_changesBackAndForth() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(20);
      int[] utilities = pixels(DisplayWindow.paint(session));
      DisplayWindow.choose(session, Colouring.GAIN);
      assertThat(pixels(DisplayWindow.paint(session))).isNotEqualTo(utilities);
      DisplayWindow.choose(session, Colouring.UTILITY);
      assertThat(pixels(DisplayWindow.paint(session))).isEqualTo(utilities);
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void film_hasTheColoursOfTheWindow(@TempDir Path folder) throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.gui.film().begin(folder);
      session.step(3);
      DisplayWindow.choose(session, Colouring.GAIN);
      session.step(1);
      assertThat(greyBids(folder.resolve("frame-00003.png"))).isFalse();
      assertThat(greyBids(folder.resolve("frame-00004.png"))).isTrue();
    }
  }

  /** Whether the bids half-way between sellers and buyers are all without a hue. */
  private static boolean greyBids(Path picture) throws Exception {
    BufferedImage image = ImageIO.read(picture.toFile());
    for (int x = 0; x < image.getWidth(); x++) {
      Color color = new Color(image.getRGB(x, 400));
      if (Math.abs(color.getRed() - color.getBlue()) > 12) {
        return false;
      }
    }
    return true;
  }

  @Test
  void tooltip_hasTheGain() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(20);
      MarketLayout layout = session.gui.display().portrayal().layout().orElseThrow();
      double gap = session.gui.market().ledger().account(17).nashGap();
      JComponent inside = session.gui.display().display().insideDisplay;
      String tip =
          onEdt(
              () ->
                  inside.getToolTipText(
                      new MouseEvent(
                          inside,
                          MouseEvent.MOUSE_MOVED,
                          0,
                          0,
                          (int) layout.buyers().x(17),
                          (int) layout.buyers().y(17),
                          0,
                          false)));
      assertThat(tip)
          .contains(
              "could gain %s $ = %s ε by any bids"
                  .formatted(Figures.of(gap), Figures.of(gap / 0.3)));
    }
  }
}
