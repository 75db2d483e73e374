package org.datamarket.gui;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.datamarket.gui.turn.TurnGoal;
import org.datamarket.gui.turn.TurnPane;
import org.datamarket.gui.turn.TurnReport;
import org.datamarket.simulation.Buyer;

/** Plays one buyer's turn at a time, or until something happens to the selected buyer. */
final class TurnControls {
  private static final String TITLE = "Turns";

  private final DataMarketWithUI gui;
  private final List<Action> actions;
  private final TurnPane pane;
  private final JFrame frame = new JFrame(TITLE);

  TurnControls(DataMarketWithUI gui) {
    this.gui = gui;
    this.actions =
        List.of(
            action("Next turn", KeyEvent.VK_F7, this::next),
            action("Until this buyer's turn", KeyEvent.VK_F8, () -> until(TurnGoal::turnOf)),
            action(
                "Until its pool is outbid",
                KeyEvent.VK_F9,
                () -> until(buyer -> TurnGoal.outbid(gui.market(), buyer))));
    this.pane = new TurnPane(actions);
    frame.add(pane);
    frame.setDefaultCloseOperation(JFrame.HIDE_ON_CLOSE);
    frame.pack();
    frame.setLocation(80, 60);
  }

  private static Action action(String name, int key, Runnable what) {
    AbstractAction action =
        new AbstractAction(name) {
          private static final long serialVersionUID = 1;

          @Override
          public void actionPerformed(ActionEvent chosen) {
            what.run();
          }
        };
    action.putValue(Action.ACCELERATOR_KEY, KeyStroke.getKeyStroke(key, 0));
    return action;
  }

  /** The window that shows the last turn. */
  JFrame frame() {
    return frame;
  }

  /** What it shows. */
  TurnPane pane() {
    return pane;
  }

  /** A menu of all that it does. */
  JMenu menu() {
    JMenu menu = new JMenu(TITLE);
    actions.forEach(menu::add);
    return menu;
  }

  private void next() {
    console().standStill();
    gui.turnPlay().aim(TurnGoal.next());
    gui.step();
    console().refresh();
  }

  private void until(Function<Buyer, TurnGoal> goal) {
    console().standStill();
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
  }
}
