package org.datamarket.gui;

import java.awt.Component;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
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
  private Dialogs dialogs = new SwingDialogs();

  RoundwiseState(SimState state) {
    super(state);
  }

  /** The market that is open; another object after every start. */
  public final DataMarket market() {
    return (DataMarket) state;
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

  /**
   * Plays to the end of the round. A round may be many moments: what MASON does before and after a
   * step is done once.
   *
   * @param ended what is to be done at its end, before displays and inspectors are brought up to
   *     date
   */
  final void playRound(Runnable ended) {
    DataMarket market = market();
    int round = market.monitor().round();
    Steppable[] due = Arrays.copyOf(after, afterSize);
    afterSize = 0;
    boolean more = super.step();
    Steppable[] nextTime = Arrays.copyOf(before, beforeSize);
    while (more && market.monitor().round() == round) {
      beforeSize = 0;
      more = super.step();
    }
    System.arraycopy(nextTime, 0, before, 0, nextTime.length);
    beforeSize = nextTime.length;
    ended.run();
    for (Steppable steppable : due) {
      steppable.step(market);
    }
  }
}
