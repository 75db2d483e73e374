package org.datamarket.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.datamarket.gui.GuiSession.onEdt;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.Action;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.KeyStroke;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.market.Bid;
import org.datamarket.market.BuyerView;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sim.display.Console;

/** Playing one buyer's turn at a time in the console. */
class TurnsGuiTest {
  private static final int NEXT = 0;
  private static final int UNTIL_TURN = 1;
  private static final int UNTIL_OUTBID = 2;

  private static void press(GuiSession session, int item) throws Exception {
    onEdt(() -> session.console.getJMenuBar().getMenu(1).getItem(item).doClick());
    GuiSession.settle();
  }

  private static void pressAndWait(GuiSession session, int item) throws Exception {
    press(session, item);
    session.awaitPause();
  }

  private static void select(GuiSession session, int buyer) throws Exception {
    onEdt(() -> session.gui.selection().select(session.gui.market().buyers().get(buyer)));
  }

  private static String shown(GuiSession session) throws Exception {
    return onEdt(() -> session.gui.controls().pane().textShown());
  }

  private static DataMarket headless(GuiSession session) {
    DataMarket market =
        new DataMarket(session.gui.seed(), new FixedModel(session.gui.market().model()));
    market.start();
    return market;
  }

  @Test
  void nextTurn_isOneTurnAndIsTold() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      for (int k = 0; k < 5; k++) {
        press(session, NEXT);
      }
      assertThat(session.console.getPlayState()).isEqualTo(Console.PS_PAUSED);
      DataMarket market = session.gui.market();
      DataMarket headless = headless(session);
      int[] mover = new int[1];
      headless.watchTurns((simulation, buyer) -> mover[0] = buyer);
      for (int k = 0; k < 5; k++) {
        headless.takeTurn();
      }
      assertThat(market.turnsTaken()).isEqualTo(5);
      assertThat(session.hash()).isEqualTo(headless.stateHash());
      assertThat(shown(session))
          .contains("Round 1, turn 5 of 200", headless.buyers().get(mover[0]).toString(), "It saw");
      assertThat(session.gui.statusText()).startsWith("Round 1, turn 5 of 200: buyer-");
      Snapshot snapshot = session.gui.snapshot().orElseThrow();
      for (int i = 0; i < snapshot.buyers(); i++) {
        assertThat(snapshot.account(i).bids()).isEqualTo(headless.market().bids(i));
      }
      assertThat(session.errors).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order=random",
        "order=fixed",
        "activation=simultaneous",
        "activation=asynchronous"
      })
  void turnsAndRounds_mix(String override) throws Exception {
    try (GuiSession session = GuiSession.of("quickstart", override)) {
      session.step(1);
      for (int k = 0; k < 30; k++) {
        press(session, NEXT);
      }
      select(session, 17);
      pressAndWait(session, UNTIL_TURN);
      assertThat(shown(session)).contains("buyer-18 (opt-out)");
      session.playToPauseAt(12);
      pressAndWait(session, UNTIL_TURN);
      for (int k = 0; k < 25; k++) {
        press(session, NEXT);
      }
      session.playToPauseAt(20);
      DataMarket headless = headless(session);
      headless.playUntil(session.round());
      assertThat(session.hash()).isEqualTo(headless.stateHash());
      assertThat(session.round()).isGreaterThan(2);
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void untilOutbid_stopsAtTheFirstBidThatTakesUnits() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(3);
      int buyer = 150;
      select(session, buyer);
      DataMarket headless = headless(session);
      headless.playUntil(3);
      boolean taken = false;
      while (!taken) {
        BuyerView before = headless.market().view(buyer);
        if (!headless.takeTurn()) {
          headless.playUntil(headless.monitor().round() + 1);
        }
        BuyerView after = headless.market().view(buyer);
        taken = hasLost(before, after);
      }
      pressAndWait(session, UNTIL_OUTBID);
      assertThat(session.hash()).isEqualTo(headless.stateHash());
      assertThat(session.gui.market().turnsTaken()).isEqualTo(headless.turnsTaken());
      assertThat(shown(session))
          .contains(session.gui.market().buyers().get(buyer) + " was outbid: ", "where it had");
    }
  }

  /** Whether a buyer's unchanged bid gets less of a seller whose reserve is what it was. */
  private static boolean hasLost(BuyerView before, BuyerView after) {
    for (int k = 0; k < before.size(); k++) {
      Bid bid = before.own().at(before.seller(k));
      boolean same =
          bid.equals(after.own().at(before.seller(k)))
              && before.rivals(k).reserve() == after.rivals(k).reserve();
      if (same && after.rivals(k).allocation(bid) < before.rivals(k).allocation(bid) - 1e-9) {
        return true;
      }
    }
    return false;
  }

  @Test
  void untilOutbid_theRunMayEndBefore() throws Exception {
    try (GuiSession session = GuiSession.of("worked-example", "initial-bids=[]")) {
      session.step(1);
      select(session, 0);
      for (int k = 0; k < 30 && session.gui.market().status().key().equals("running"); k++) {
        pressAndWait(session, UNTIL_OUTBID);
      }
      assertThat(shown(session)).isEqualTo("The run has ended before that.");
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void withoutASelection_itIsAskedFor() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      press(session, UNTIL_TURN);
      press(session, UNTIL_OUTBID);
      assertThat(session.errors)
          .hasSize(2)
          .allMatch(
              error ->
                  error.equals("Turns: No buyer is selected. Click on one in the market first."));
      assertThat(session.gui.market().turnsTaken()).isZero();
    }
  }

  @Test
  void checkpointAmidARound_goesOnIdentically(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("amid.checkpoint");
    String end;
    try (GuiSession session = GuiSession.of("quickstart")) {
      session.step(2);
      for (int k = 0; k < 9; k++) {
        press(session, NEXT);
      }
      onEdt(() -> session.console.saveCheckpoint(file));
      session.step(3);
      end = session.hash();
    }
    try (GuiSession session = GuiSession.of("quickstart")) {
      onEdt(() -> session.console.openCheckpoint(file));
      GuiSession.settle();
      assertThat(session.gui.market().turnsTaken()).isEqualTo(9);
      assertThat(session.gui.statusText()).isEqualTo("Round 3, turn 9 of 200");
      press(session, NEXT);
      assertThat(session.gui.market().turnsTaken()).isEqualTo(10);
      session.step(3);
      assertThat(session.hash()).isEqualTo(end);
      assertThat(session.errors).isEmpty();
    }
  }

  @Test
  void keys_areInTheMenusAndInEveryWindow() throws Exception {
    try (GuiSession session = GuiSession.of("quickstart")) {
      int[] keys = {KeyEvent.VK_F6, KeyEvent.VK_F7, KeyEvent.VK_F8, KeyEvent.VK_F9};
      for (int k = 0; k < keys.length; k++) {
        KeyStroke key = KeyStroke.getKeyStroke(keys[k], 0);
        JMenu menu = session.console.getJMenuBar().getMenu(k == 0 ? 2 : 1);
        Action action = menu.getItem(Math.max(0, k - 1)).getAction();
        assertThat(action.getValue(Action.ACCELERATOR_KEY)).isEqualTo(key);
        for (JFrame window :
            List.of(
                session.gui.display().frame(),
                session.gui.controls().frame(),
                session.gui.claims().frame())) {
          assertThat(window.getRootPane().getActionForKeyStroke(key)).isSameAs(action);
        }
      }
    }
  }
}
