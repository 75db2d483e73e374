package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;

import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JTable;
import org.datamarket.analysis.claims.BuyerClaim;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claims;
import org.datamarket.analysis.claims.MarketClaim;
import org.datamarket.analysis.claims.State;
import org.datamarket.gui.inspect.BuyerInspector;
import org.datamarket.io.Html;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;

/** Judging claims on the market in the console. */
class ClaimsGuiTest {
  private static final int JUDGE = 0;
  private static final int CANCEL = 1;
  private static final int SHOW_BUYER = 2;
  private static final int BUYER_COLUMN = 5;

  private static void judge(GuiSession session) throws Exception {
    onEdt(() -> session.console.getJMenuBar().getMenu(2).getItem(0).doClick());
    awaitEnd(session);
  }

  private static void awaitEnd(GuiSession session) throws Exception {
    GuiSession.await(
        "all claims are judged",
        () -> session.gui.claims().pane().buttons().get(JUDGE).isEnabled());
  }

  private static void press(GuiSession session, int button) throws Exception {
    onEdt(() -> session.gui.claims().pane().buttons().get(button).doClick());
  }

  private static String status(GuiSession session) throws Exception {
    return onEdt(() -> session.gui.claims().pane().statusShown());
  }

  private static List<String> row(GuiSession session, int row) throws Exception {
    JTable table = session.gui.claims().pane().table();
    return onEdt(
        () ->
            IntStream.range(0, table.getColumnCount())
                .mapToObj(column -> String.valueOf(table.getValueAt(row, column)))
                .toList());
  }

  private static State headless(GuiSession session, int rounds) {
    DataMarket market =
        new DataMarket(session.gui.seed(), new FixedModel(session.gui.market().model()));
    market.start();
    market.playUntil(rounds);
    return new State(market.model(), market.market());
  }

  /** Held, cases and not applicable, counted one by one. */
  private static List<String> counts(State state, Claim claim) {
    List<Double> violations = new ArrayList<>();
    if (claim instanceof BuyerClaim ofBuyers) {
      state.buyers().forEach(buyer -> violations.add(ofBuyers.violation(buyer)));
    } else {
      violations.add(((MarketClaim) claim).violation(state));
    }
    double tolerance = state.tolerance(claim.about().unit());
    List<Double> cases = violations.stream().filter(one -> !one.isNaN()).toList();
    return List.of(
        String.valueOf(cases.stream().filter(one -> one <= tolerance).count()),
        String.valueOf(cases.size()),
        String.valueOf(violations.size() - cases.size()));
  }

  @Test
  void judge_countsEveryClaimOnTheMarketAsItStands() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example", "initial-bids=[]")) {
      session.step(2);
      judge(session);
      State state = headless(session, 2);
      int failing = 0;
      for (int k = 0; k < Claims.ALL.size(); k++) {
        List<String> row = row(session, k);
        List<String> counts = counts(state, Claims.ALL.get(k));
        assertThat(row.get(0)).isEqualTo(Claims.ALL.get(k).id());
        assertThat(row.subList(1, 4)).as(row.get(0)).isEqualTo(counts);
        failing += counts.get(0).equals(counts.get(1)) ? 0 : 1;
      }
      assertThat(status(session))
          .isEqualTo(
              "Judged: round 2. %s of %s claims fail somewhere."
                  .formatted(failing, Claims.ALL.size()));
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void playingOn_makesItOutOfDateAndANewStartForgetsIt() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example", "initial-bids=[]")) {
      session.step(1);
      judge(session);
      assertThat(status(session)).startsWith("Judged: round 1.").doesNotContain("Out of date");
      onEdt(() -> session.console.getJMenuBar().getMenu(1).getItem(0).doClick());
      GuiSession.await(
          "the turn is told", () -> statusIs(session, "Out of date: now round 2, turn 1."));
      session.step(2);
      GuiSession.await("the round is told", () -> statusIs(session, "Out of date: now round 3."));
      onEdt(
          () -> {
            session.console.pressStop();
            session.console.pressPause();
          });
      GuiSession.settle();
      assertThat(status(session)).startsWith("Judge now");
      assertThat(session.gui.claims().pane().table().getRowCount()).isZero();
    }
  }

  private static boolean statusIs(GuiSession session, String end) {
    try {
      return status(session).endsWith(end);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void aRow_isReadAndItsBuyerShown() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example", "initial-bids=[]")) {
      session.step(3);
      judge(session);
      int claim = 0;
      while (row(session, claim).get(BUYER_COLUMN).isEmpty()) {
        claim++;
      }
      int chosen = claim;
      JTable table = session.gui.claims().pane().table();
      onEdt(() -> table.setRowSelectionInterval(chosen, chosen));
      assertThat(onEdt(() -> session.gui.claims().pane().detailsShown()))
          .contains(Html.escape(Claims.ALL.get(claim).about().source().words()), "It holds in")
          .doesNotContain("{", "@");
      assertThat(session.gui.selection().buyer()).isEmpty();
      press(session, SHOW_BUYER);
      assertShown(session, row(session, claim).get(BUYER_COLUMN));
      onEdt(
          () -> {
            session.gui.selection().clear();
            session.console.removeAllInspectors(true);
          });
      onEdt(
          () ->
              table.dispatchEvent(
                  new MouseEvent(
                      table,
                      MouseEvent.MOUSE_CLICKED,
                      System.currentTimeMillis(),
                      0,
                      5,
                      5 + chosen * table.getRowHeight(),
                      2,
                      false,
                      MouseEvent.BUTTON1)));
      assertShown(session, row(session, claim).get(BUYER_COLUMN));
      assertThat(session.errors).isEmpty();
    }
  }

  private static void assertShown(GuiSession session, String id) throws Exception {
    Buyer buyer = session.gui.selection().buyer().orElseThrow();
    assertThat(session.gui.market().model().buyers().get(buyer.number()).id()).isEqualTo(id);
    assertThat(onEdt(() -> session.console.getAllInspectors()))
        .hasSize(1)
        .allMatch(BuyerInspector.class::isInstance);
  }

  /** Nobody reads numbers of seventeen digits, or knows sellers by their place in a list. */
  @Test
  void whatIsToBeSeen_isInWordsWithTheNamesOfTheModel() throws Exception {
    try (GuiSession session = GuiSession.of("counterexamples/lemma-no-loss")) {
      session.step(0);
      judge(session);
      JTable table = session.gui.claims().pane().table();
      int lemma =
          IntStream.range(0, Claims.ALL.size())
              .filter(k -> Claims.ALL.get(k).id().equals("lemma-no-loss"))
              .findFirst()
              .orElseThrow();
      onEdt(() -> table.setRowSelectionInterval(lemma, lemma));
      assertThat(onEdt(() -> session.gui.claims().pane().detailsShown()))
          .contains(
              "It fails in the only case, by up to 1 $", "To be seen there:", " GB at s", " $/GB")
          .doesNotContain("{", "@");
      assertThat(onEdt(() -> isBold(table, lemma))).isTrue();
      assertThat(onEdt(() -> isBold(table, 0))).isFalse();
    }
  }

  private static boolean isBold(JTable table, int row) {
    return table.prepareRenderer(table.getCellRenderer(row, 0), row, 0).getFont().isBold();
  }

  @Test
  void cancel_stopsAndChangesNothing() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(3);
      String before = session.hash();
      onEdt(
          () -> {
            session.gui.claims().pane().buttons().get(JUDGE).doClick();
            session.gui.claims().pane().buttons().get(CANCEL).doClick();
          });
      awaitEnd(session);
      assertThat(status(session)).isEqualTo("Cancelled before all claims were judged.");
      assertThat(session.hash()).isEqualTo(before);
    }
  }

  @Test
  void withoutAMarket_thereIsNothingToJudge() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      onEdt(() -> session.console.getJMenuBar().getMenu(2).getItem(0).doClick());
      assertThat(session.errors)
          .containsExactly("Claims: There is no market yet; press play or pause first.");
    }
  }
}
