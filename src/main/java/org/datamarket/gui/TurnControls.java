package org.datamarket.gui;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Function;
import javax.swing.Action;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.SwingUtilities;
import org.datamarket.gui.turn.TurnGoal;
import org.datamarket.gui.turn.TurnPane;
import org.datamarket.gui.turn.TurnReport;
import org.datamarket.gui.widget.Keys;
import org.datamarket.gui.widget.OnScreen;
import org.datamarket.simulation.Buyer;
import sim.display.Console;

/** Plays one buyer's turn at a time, or until something happens to the selected buyer. */
final class TurnControls {
  private static final String TITLE = "Turns";
  private static final String NO_TURNS =
      "A mechanism clears this market once: no buyer has a turn.";

  private final DataMarketWithUI gui;
  private final List<Action> actions;
  private final TurnPane pane;
  private final JFrame frame = new JFrame(TITLE);

  TurnControls(DataMarketWithUI gui) {
    this.gui = gui;
    this.actions =
        List.of(
            Keys.action("Next turn", KeyEvent.VK_F7, this::next),
            Keys.action("Until this buyer's turn", KeyEvent.VK_F8, () -> until(TurnGoal::turnOf)),
            Keys.action(
                "Until its pool is outbid",
                KeyEvent.VK_F9,
                () -> until(buyer -> TurnGoal.outbid(gui.market(), buyer))));
    this.pane = new TurnPane(actions);
    frame.add(pane);
    frame.setDefaultCloseOperation(JFrame.HIDE_ON_CLOSE);
    frame.pack();
    frame.setLocation(80, 60);
    OnScreen.fit(frame);
  }

  /** The window that shows the last turn. */
  JFrame frame() {
    return frame;
  }

  /** What it shows. */
  TurnPane pane() {
    return pane;
  }

  /** All that it does, with their keys. */
  List<Action> actions() {
    return actions;
  }

  /** A menu of all that it does. */
  JMenu menu() {
    JMenu menu = new JMenu(TITLE);
    actions.forEach(menu::add);
    return menu;
  }

  /** Whether turns are taken at all, in the market that is open or in the one to come, soon. */
  void look() {
    SwingUtilities.invokeLater(
        () -> {
          boolean cleared = isClearedOnce();
          for (Action action : actions) {
            action.setEnabled(!cleared);
            action.putValue(Action.SHORT_DESCRIPTION, cleared ? NO_TURNS : null);
          }
          if (cleared) {
            pane.say(NO_TURNS);
          }
        });
  }

  private boolean isClearedOnce() {
    boolean stopped = console().getPlayState() == Console.PS_STOPPED;
    return gui.opened()
        .filter(model -> stopped)
        .map(Parameters::isClearedOnce)
        .orElseGet(() -> gui.market().isStarted() && gui.market().model().isClearedOnce());
  }

  private void next() {
    console().standStill();
    if (isClearedOnce()) {
      return;
    }
    gui.turnPlay().aim(TurnGoal.next());
    gui.step();
    console().refresh();
  }

  private void until(Function<Buyer, TurnGoal> goal) {
    console().standStill();
    if (isClearedOnce()) {
      return;
    }
    gui.selection()
        .buyer()
        .map(goal)
        .ifPresentOrElse(
            this::playTo,
            () ->
                gui.dialogs()
                    .error(
                        frame, TITLE, "No buyer is selected. Click on one in the market first."));
  }

  private void playTo(TurnGoal goal) {
    gui.turnPlay().aim(goal);
    console().playOn();
  }

  private MarketConsole console() {
    return gui.console().orElseThrow();
  }

  /** Shows a turn, soon. */
  void show(TurnReport report) {
    SwingUtilities.invokeLater(
        () -> {
          pane.show(report);
          frame.setVisible(true);
        });
  }

  /** Says that the run has ended before that which was waited for, soon. */
  void showEnd() {
    SwingUtilities.invokeLater(() -> pane.say("The run has ended before that."));
  }

  /** Forgets the last turn, soon. */
  void clear() {
    SwingUtilities.invokeLater(pane::clear);
    look();
  }
}
