package org.datamarket.gui.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datamarket.analysis.supremum.InfluenceSets.Influence;
import org.datamarket.model.file.ModelFile;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a selected agent is shown among, against the sets found by walking over what is won. */
class InfluenceHighlightTest {
  private static final String CHAIN =
      """
      format: 1
      name: chain
      epsilon: 0.1
      sellers:
        - {id: s0, quantity: 2, reserve: 0, strategy: fixed}
        - {id: s1, quantity: 2, reserve: 0, strategy: fixed}
        - {id: s2, quantity: 2, reserve: 0, strategy: fixed}
        - {id: s3, quantity: 2, reserve: 0, strategy: fixed}
      buyers:
        - {id: b0, demand: 2, valuation: {kind: linear, unit-value: 5}, strategy: opt-out}
        - {id: b1, demand: 2, valuation: {kind: linear, unit-value: 5}, strategy: opt-out}
        - {id: b2, demand: 2, valuation: {kind: linear, unit-value: 5}, strategy: opt-out}
        - {id: b3, demand: 2, valuation: {kind: linear, unit-value: 5}, strategy: opt-out}
        - {id: b4, demand: 2, valuation: {kind: linear, unit-value: 5}, strategy: opt-out}
      initial-bids:
        - {buyer: b0, seller: s0, quantity: 1, price: 5}
        - {buyer: b0, seller: s1, quantity: 1, price: 5}
        - {buyer: b1, seller: s1, quantity: 1, price: 4}
        - {buyer: b1, seller: s2, quantity: 1, price: 4}
        - {buyer: b2, seller: s2, quantity: 1, price: 3}
        - {buyer: b3, seller: s3, quantity: 2, price: 3}
        - {buyer: b4, seller: s3, quantity: 1, price: 2}
      """;

  @TempDir private Path folder;

  /** A market of a model file after some rounds, or at its end if that comes before. */
  private static Snapshot play(Path file, int rounds) throws Exception {
    DataMarket market = new DataMarket(1, new FixedModel(ModelFile.read(file, List.of()).draw()));
    market.start();
    market.playUntil(rounds);
    market.ledger().update();
    return Snapshot.of(market, "");
  }

  private Snapshot chain() throws Exception {
    return play(Files.writeString(folder.resolve("chain.yaml"), CHAIN), 0);
  }

  private static Set<Integer> sellersWhereAnyWins(Snapshot market, Collection<Integer> buyers) {
    Set<Integer> sellers = new TreeSet<>();
    for (int i : buyers) {
      for (int k = 0; k < market.account(i).bids().size(); k++) {
        int j = market.account(i).bids().seller(k);
        double least = 1e-9 * market.model().sellers().get(j).quantity();
        if (market.account(i).allocations()[k] > least) {
          sellers.add(j);
        }
      }
    }
    return sellers;
  }

  private static Set<Integer> winnersAtAny(Snapshot market, Set<Integer> sellers) {
    Set<Integer> winners = new TreeSet<>();
    for (int i = 0; i < market.buyers(); i++) {
      if (sellersWhereAnyWins(market, List.of(i)).stream().anyMatch(sellers::contains)) {
        winners.add(i);
      }
    }
    return winners;
  }

  /** After so many steps from some sellers to their winners, and on to where those win. */
  private static void assertWalked(
      Influence set, Snapshot market, Set<Integer> from, int steps, String what) {
    Set<Integer> sellers = new TreeSet<>(from);
    for (int step = 0; step < steps; step++) {
      sellers.addAll(sellersWhereAnyWins(market, winnersAtAny(market, sellers)));
    }
    assertThat(set.sellers()).as(what).containsExactlyElementsOf(sellers);
    assertThat(set.buyers()).as(what).containsExactlyElementsOf(winnersAtAny(market, sellers));
  }

  private static void assertSets(Snapshot market, String what) {
    for (int j = 0; j < market.sellers(); j++) {
      InfluenceHighlight shown = InfluenceHighlight.ofSeller(market, j);
      assertThat(shown.seller()).isEqualTo(j);
      assertWalked(shown.primary(), market, Set.of(j), 1, what);
      assertWalked(shown.component(), market, Set.of(j), market.sellers(), what);
    }
    for (int i = 0; i < market.buyers(); i++) {
      InfluenceHighlight shown = InfluenceHighlight.ofBuyer(market, i);
      assertThat(shown.buyer()).isEqualTo(i);
      Set<Integer> its = sellersWhereAnyWins(market, List.of(i));
      assertWalked(shown.primary(), market, its, 1, what);
      assertWalked(shown.component(), market, its, market.sellers(), what);
    }
  }

  @Test
  void sets_counterexamplesAndTheQuickstart_areThoseThatAWalkFinds() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("models/counterexamples"))) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      assertSets(play(file, 0), file + " as it begins");
      assertSets(play(file, 60), file + " at its end");
    }
    Snapshot quickstart = play(Path.of("models/quickstart.yaml"), 3);
    assertSets(quickstart, "quickstart");
    InfluenceHighlight seller = InfluenceHighlight.ofSeller(quickstart, 5);
    assertThat(seller.component().buyers().size()).isGreaterThan(seller.primary().buyers().size());
    assertSets(chain(), "chain");
  }

  /** The colour on the rim of an agent, where its ring is drawn if it has one. */
  private static Color rim(BufferedImage picture, MarketLayout.Band band, int agent, int scale) {
    double x = band.x(agent) - band.size(agent) / 2 - 1.7;
    double y = band.y(agent) + BannerPainter.HEIGHT;
    return new Color(picture.getRGB((int) Math.floor(scale * x), (int) Math.floor(scale * y)));
  }

  private static boolean isNear(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) < 24
        && Math.abs(one.getGreen() - other.getGreen()) < 24
        && Math.abs(one.getBlue() - other.getBlue()) < 24;
  }

  /** How each of one side is ringed: S for strongly, f for faintly, - for not at all. */
  private static String rings(BufferedImage picture, MarketLayout.Band band, int scale) {
    StringBuilder rings = new StringBuilder();
    for (int k = 0; k < band.count(); k++) {
      Color rim = rim(picture, band, k, scale);
      boolean blue = rim.getBlue() > rim.getRed() + 40;
      rings.append(
          isNear(rim, Palette.INK) ? 'X' : isNear(rim, Palette.INFLUENCE) ? 'S' : blue ? 'f' : '-');
    }
    return rings.toString();
  }

  private static List<String> rings(Snapshot market, Emphasis emphasis) {
    int scale = 4;
    MarketLayout layout = new MarketLayout(market.model());
    Look look = new Look(emphasis, Colouring.UTILITY, Around.INFLUENCE);
    BufferedImage picture = Picture.of(market, layout, look, "", scale);
    return List.of(rings(picture, layout.sellers(), scale), rings(picture, layout.buyers(), scale));
  }

  @Test
  void picture_aChain_hasThePrimarySetStrongAndTheComponentFaint() throws Exception {
    Snapshot market = chain();
    assertThat(rings(market, Around.INFLUENCE.seller(market, 0))).containsExactly("XSf-", "SSf--");
    assertThat(rings(market, Around.INFLUENCE.seller(market, 1))).containsExactly("SXS-", "SSS--");
    assertThat(rings(market, Around.INFLUENCE.seller(market, 2))).containsExactly("fSX-", "SSS--");
    assertThat(rings(market, Around.INFLUENCE.seller(market, 3))).containsExactly("---X", "---S-");
    assertThat(rings(market, Around.INFLUENCE.buyer(market, 0))).containsExactly("SSS-", "XSS--");
    assertThat(rings(market, Around.INFLUENCE.buyer(market, 2))).containsExactly("fSS-", "SSX--");
    assertThat(rings(market, Around.INFLUENCE.buyer(market, 4))).containsExactly("----", "----X");
    assertThat(rings(market, Highlight.NONE)).containsExactly("----", "-----");
  }

  @Test
  void bids_thatWinNothing_areNotShown() throws Exception {
    Snapshot market = chain();
    Emphasis third = Around.INFLUENCE.seller(market, 3);
    assertThat(third.concerns(3, 3)).isTrue();
    assertThat(third.concerns(4, 3)).isFalse();
    InfluenceHighlight first = InfluenceHighlight.ofSeller(market, 0);
    List<String> strong = new ArrayList<>();
    List<String> faint = new ArrayList<>();
    for (int i = 0; i < market.buyers(); i++) {
      int buyer = i;
      IntStream.range(0, market.sellers())
          .filter(j -> first.connects(buyer, j))
          .forEach(j -> (first.concerns(buyer, j) ? strong : faint).add(buyer + " at " + j));
    }
    assertThat(strong).containsExactly("0 at 0", "0 at 1", "1 at 1");
    assertThat(faint).containsExactly("1 at 2", "2 at 2");
  }
}
