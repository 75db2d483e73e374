package org.datamarket.gui;

import java.awt.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.session.RoundListener;
import org.datamarket.gui.widget.Dialogs;
import org.datamarket.gui.widget.SwingDialogs;
import org.datamarket.simulation.DataMarket;
import sim.display.Console;
import sim.display.GUIState;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * MASON's state of a window, for a market: one step is one round, whatever the buyers' activation.
 */
abstract class RoundwiseState extends GUIState {
  private final List<RoundListener> listeners = new CopyOnWriteArrayList<>();
  private final Selection selection = new Selection();
  private final OpenRun run = new OpenRun();
  private Dialogs dialogs = new SwingDialogs();

  RoundwiseState(SimState state) {
    super(state);
  }

  /** The market that is open; another object after every start. */
  public final DataMarket market() {
    return (DataMarket) state;
  }

  /** The run that is open. */
  final OpenRun openRun() {
    return run;
  }

  /** The market as it is shown; empty until it has been started. */
  public final Optional<Snapshot> snapshot() {
    return run.snapshot();
  }

  /** The buyer or seller that is selected. */
  public final Selection selection() {
    return selection;
  }

  /** Adds a listener to every round, who hears of it before displays and inspectors do. */
  public final void addRoundListener(RoundListener listener) {
    listeners.add(listener);
  }

  /** Forgets a listener. */
  public final void removeRoundListener(RoundListener listener) {
    listeners.remove(listener);
  }

  final List<RoundListener> listeners() {
    return listeners;
  }

  /** The console, if there is one. */
  final Optional<MarketConsole> console() {
    return controller instanceof MarketConsole console ? Optional.of(console) : Optional.empty();
  }

  final void setDialogs(Dialogs replacement) {
    dialogs = replacement;
  }

  final Dialogs dialogs() {
    return dialogs;
  }

  /** The console's window, for dialogs to stand before. */
  final Component window() {
    return console().<Component>map(console -> console).orElseGet(JOptionPane::getRootFrame);
  }

  /** Tells of something that went wrong, soon. */
  final void tell(String title, String message) {
    SwingUtilities.invokeLater(() -> dialogs.error(window(), title, message));
  }

  /** Asks the console for a pause, if it plays. */
  final void pause() {
    SwingUtilities.invokeLater(
        () ->
            console()
                .filter(console -> console.getPlayState() == Console.PS_PLAYING)
                .ifPresent(Console::pressPause));
  }

  /** Plays to the end of the round. A round may be many moments. */
  final void playRound() {
    play(market -> false, false);
  }

  /**
   * Plays turn by turn to the end of the round, or until somebody has seen enough.
   *
   * @param enough asked after every turn and every moment
   */
  final void playTurns(Predicate<DataMarket> enough) {
    play(enough, true);
  }

  /** What MASON does before and after a step is done once. */
  private void play(Predicate<DataMarket> enough, boolean byTurns) {
    DataMarket market = market();
    int round = market.monitor().round();
    Steppable[] due = Arrays.copyOf(after, afterSize);
    afterSize = 0;
    boolean goesOn = true;
    while (goesOn && byTurns && market.takeTurn()) {
      goesOn = !enough.test(market);
    }
    if (goesOn) {
      goesOn = super.step() && market.monitor().round() == round && !enough.test(market);
      Steppable[] nextTime = Arrays.copyOf(before, beforeSize);
      while (goesOn) {
        beforeSize = 0;
        goesOn = super.step() && market.monitor().round() == round && !enough.test(market);
      }
      System.arraycopy(nextTime, 0, before, 0, nextTime.length);
      beforeSize = nextTime.length;
    }
    boolean stopped = enough.test(market);
    if (market.monitor().round() > round || !stopped) {
      roundEnded();
    } else {
      turnEnded();
    }
    for (Steppable steppable : due) {
      steppable.step(market);
    }
  }

  /** A round has ended: displays and inspectors are brought up to date after this. */
  abstract void roundEnded();

  /** A turn has ended, but not its round: displays are brought up to date after this. */
  abstract void turnEnded();

  /** How the run stands, in words. */
  String statusText() {
    return openRun().state().text();
  }
}
