package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;
import static org.datamarket.gui.GuiSession.settle;

import java.awt.Graphics2D;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JEditorPane;
import javax.swing.JMenu;
import javax.swing.JTable;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.batik.svggen.SVGGraphics2D;
import org.datamarket.analysis.Status;
import org.datamarket.chart.Pictures;
import org.datamarket.gui.chart.LiveChart;
import org.datamarket.gui.display.Around;
import org.datamarket.gui.display.Colouring;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Picture;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.model.format.MechanismFormat;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;

/** The window on markets of every mechanism, above all on those that are cleared once. */
class ClearedMarketGuiTest {
  private static final String[] SMALL = {
    "buyers.count=24", "sellers.count=6", "reach.sellers=3", "isp.price=20", "isp.fee=0.5"
  };

  @TempDir Path folder;

  static Stream<String> mechanisms() {
    return MechanismFormat.MECHANISMS.names().stream();
  }

  private static GuiSession open(String mechanism) throws Exception {
    String[] settings =
        Stream.concat(Stream.of("mechanism=" + mechanism), Stream.of(SMALL)).toArray(String[]::new);
    return GuiSession.of("quickstart", settings);
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void everyMechanism_isPlayedAndPainted_withoutANumberThatIsNone(String mechanism)
      throws Exception {
    boolean cleared = MechanismFormat.CLEARED.names().contains(mechanism);
    try (GuiSession session = open(mechanism)) {
      onEdt(() -> session.gui.charts().all().forEach(chart -> chart.frame().setVisible(true)));
      session.step(0);
      assertReadable(session);
      for (int round = 1; round <= 3; round++) {
        session.step(1);
        assertThat(session.round()).isEqualTo(cleared ? 1 : round);
        assertReadable(session);
      }
      assertThat(session.gui.market().status() == Status.CLEARED).isEqualTo(cleared);
      assertThat(session.errors).isEmpty();
    }
  }

  /** Paints all there is, and reads all that is written. */
  private static void assertReadable(GuiSession session) throws Exception {
    settle();
    for (Colouring colouring : Colouring.values()) {
      for (Around around : Around.values()) {
        assertThat(painted(session, colouring, around)).isNotEmpty().noneMatch(TEXTS_WITH_NAN);
      }
    }
    assertThat(session.gui.statusText()).doesNotContain("NaN");
    List<Object> agents = agents(session.gui.market());
    for (Object agent : agents) {
      assertThat(tip(session, agent)).isNotEmpty().doesNotContain("NaN");
    }
    for (Object agent : List.of(agents.get(0), agents.get(agents.size() - 1))) {
      assertThat(inspected(session, agent)).doesNotContain("NaN");
    }
    for (LiveChart chart : session.gui.charts().all()) {
      onEdt(chart::update);
      if (session.round() > 0) {
        assertThat(onEdt(() -> Pictures.svg(chart.pane().getChart()))).doesNotContain("NaN");
      }
    }
  }

  private static final java.util.function.Predicate<String> TEXTS_WITH_NAN =
      text -> text.contains("NaN") || text.contains("null");

  private static List<Object> agents(DataMarket market) {
    return Stream.<Object>concat(market.buyers().stream(), market.sellers().stream()).toList();
  }

  /** The texts of the whole picture, nobody, a buyer and a seller selected. */
  private static List<String> painted(GuiSession session, Colouring colouring, Around around)
      throws Exception {
    DataMarket market = session.gui.market();
    return onEdt(
        () -> {
          session.gui.display().colourBy(colouring);
          session.gui.display().showAround(around);
          StringBuilder all = new StringBuilder();
          session.gui.selection().clear();
          all.append(picture(session));
          session.gui.selection().select(market.buyers().get(0));
          all.append(picture(session));
          session.gui.selection().select(market.sellers().get(0));
          all.append(picture(session));
          session.gui.selection().clear();
          return texts(all.toString());
        });
  }

  private static String picture(GuiSession session) throws Exception {
    Snapshot market = session.gui.snapshot().orElseThrow();
    MarketPortrayal portrayal = session.gui.display().portrayal();
    MarketLayout layout = portrayal.layout().orElseThrow();
    SVGGraphics2D g =
        new SVGGraphics2D(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null));
    Graphics2D canvas = g;
    Picture.paint(canvas, market, layout, portrayal.look(market), session.gui.statusText());
    StringWriter svg = new StringWriter();
    g.stream(svg);
    return svg.toString();
  }

  private static List<String> texts(String svg) {
    return java.util.regex.Pattern.compile(
            "<text[^>]*>([^<]*)</text", java.util.regex.Pattern.DOTALL)
        .matcher(svg)
        .results()
        .map(found -> found.group(1).replaceAll("\\s+", " ").strip())
        .toList();
  }

  private static String tip(GuiSession session, Object agent) throws Exception {
    MarketPortrayal portrayal = session.gui.display().portrayal();
    return onEdt(() -> portrayal.getStatus(new LocationWrapper(agent, null, portrayal)));
  }

  /** All that an inspector says. */
  private static String inspected(GuiSession session, Object agent) throws Exception {
    return onEdt(
        () -> {
          Inspector inspector = Inspectors.of(session.gui, agent);
          inspector.updateInspector();
          String facts =
              GuiSession.all(inspector, JEditorPane.class)
                  .map(pane -> pane.getText().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                  .collect(Collectors.joining(" "));
          String cells =
              GuiSession.all(inspector, JTable.class)
                  .flatMap(ClearedMarketGuiTest::cells)
                  .collect(Collectors.joining(" | "));
          inspector.reviseStopper(() -> {}).stop();
          return facts + cells;
        });
  }

  private static Stream<String> cells(JTable table) {
    return IntStream.range(0, table.getRowCount() * table.getColumnCount())
        .mapToObj(
            k ->
                String.valueOf(
                    table.getValueAt(k / table.getColumnCount(), k % table.getColumnCount())));
  }

  @Test
  void clearedMarket_isWrittenOfAsSuch() throws Exception {
    try (GuiSession session = open("vcg")) {
      session.step(1);
      assertThat(painted(session, Colouring.UTILITY, Around.REACH))
          .contains("Delivery", "gets nothing", "whom it trades with")
          .contains("cleared once: there are no rounds and no bids")
          .doesNotContain("Live bid", "wins nothing", "new in this round")
          .noneMatch(text -> text.contains("opted out") || text.contains("live bid"));
      assertThat(painted(session, Colouring.GAIN, Around.REACH)).contains("no gain without bids");
      assertThat(session.gui.statusText()).contains("leared once").contains("Lines are deliveries");
      assertThat(session.console.getTitle()).startsWith("Cleared once by vcg: ");
      assertThat(tip(session, session.gui.market().buyers().get(0))).doesNotContain("could gain");
      assertThat(inspected(session, session.gui.market().buyers().get(0)))
          .contains("The market is cleared once, by vcg")
          .doesNotContain("Last turn", "Residuals", "z*");
      LiveChart convergence = session.gui.charts().all().get(1);
      onEdt(() -> convergence.frame().setVisible(true));
      settle();
      assertThat(Pictures.svg(convergence.pane().getChart())).contains("cleared once, no rounds");
    }
  }

  @Test
  void planner_paintsNoUtilityAndNoPayment() throws Exception {
    try (GuiSession session = open("planner")) {
      session.step(1);
      assertThat(painted(session, Colouring.UTILITY, Around.REACH))
          .contains("no utility, as nobody pays", "colour: price faced, $/GB");
      assertThat(session.gui.statusText()).contains("nobody pays");
      assertThat(tip(session, session.gui.market().buyers().get(0)))
          .containsAnyOf("nobody pays", "gets nothing");
    }
  }

  @Test
  void influence_isThatOfTheDeliveries() throws Exception {
    try (GuiSession session = open("vcg")) {
      session.step(1);
      Snapshot market = session.gui.snapshot().orElseThrow();
      int deliveries = 0;
      for (int i = 0; i < market.buyers(); i++) {
        for (int k = 0; k < market.account(i).bids().size(); k++) {
          int seller = market.account(i).bids().seller(k);
          assertThat(market.influence().winnersAt(seller).get(i)).isTrue();
          assertThat(market.influence().primaryOfBuyer(i).hasSeller(seller)).isTrue();
          assertThat(market.isChanged(i, k)).isFalse();
          deliveries++;
        }
      }
      int winners =
          IntStream.range(0, market.sellers())
              .map(j -> market.influence().winnersAt(j).cardinality())
              .sum();
      assertThat(winners).isEqualTo(deliveries).isPositive();
    }
  }

  private static JMenu turns(GuiSession session) {
    return session.console.getJMenuBar().getMenu(1);
  }

  private static List<Boolean> enabledTurns(GuiSession session) throws Exception {
    settle();
    return onEdt(
        () ->
            IntStream.range(0, turns(session).getItemCount())
                .mapToObj(k -> turns(session).getItem(k).isEnabled())
                .toList());
  }

  @Test
  void turns_areOfferedOnlyWhereThereAreSome() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", SMALL)) {
      assertThat(enabledTurns(session)).containsOnly(true);
      session.choose("Mechanism", "vcg");
      assertThat(enabledTurns(session)).containsOnly(false);
      assertThat(turns(session).getItem(0).getToolTipText()).contains("clears this market once");
      session.step(1);
      assertThat(session.gui.market().status()).isEqualTo(Status.CLEARED);
      assertThat(enabledTurns(session)).containsOnly(false);
      assertThat(session.gui.controls().pane().textShown()).contains("no buyer has a turn");
      onEdt(session.console::pressStop);
      session.choose("Mechanism", MechanismFormat.MECHANISMS.usual());
      assertThat(enabledTurns(session)).containsOnly(true);
      onEdt(() -> turns(session).getItem(0).doClick());
      settle();
      assertThat(session.gui.market().turnsTaken()).isEqualTo(1);
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void mechanismChosenMeanwhile_leavesTheTurnsOfTheMarketThatIsOpen() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", SMALL)) {
      session.step(1);
      session.choose("Mechanism", "planner");
      assertThat(enabledTurns(session)).containsOnly(true);
      onEdt(session.console::pressStop);
      assertThat(enabledTurns(session)).containsOnly(false);
    }
  }

  @Test
  void claims_areSaidNotToApply() throws Exception {
    try (GuiSession session = open("uniform-price")) {
      session.step(1);
      onEdt(() -> session.gui.claims().menu().getItem(0).doClick());
      settle();
      assertThat(session.gui.claims().frame().isVisible()).isTrue();
      assertThat(session.gui.claims().pane().statusShown())
          .contains("The claims are about auctions");
      assertThat(session.gui.claims().pane().table().getRowCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multi-bid", "isp-volume", "lazar-semret"})
  void mechanismChosen_isPlayedFromTheNextStartAndKept(String mechanism) throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", SMALL)) {
      session.choose("Mechanism", mechanism);
      assertThat(session.gui.opened().orElseThrow().overrides()).contains("mechanism=" + mechanism);
      session.step(1);
      assertThat(session.gui.market().model().design().key()).isEqualTo(mechanism);
      Path kept = folder.resolve(mechanism + ".checkpoint");
      String hash = session.hash();
      onEdt(() -> session.console.saveCheckpoint(kept));
      assertThat(Checkpoint.read(kept).simulation().stateHash()).isEqualTo(hash);
      session.choose("Mechanism", MechanismFormat.MECHANISMS.usual());
      onEdt(() -> session.console.openCheckpoint(kept));
      settle();
      assertThat(session.hash()).isEqualTo(hash);
      assertThat(Parameters.named("Mechanism").in(session.gui.opened().orElseThrow()))
          .isEqualTo(mechanism);
      assertThat(session.errors).isEmpty();
    }
  }
}
