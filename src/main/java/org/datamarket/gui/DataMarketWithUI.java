package org.datamarket.gui;

import java.awt.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.Status;
import org.datamarket.gui.chart.Charts;
import org.datamarket.model.ModelException;
import org.datamarket.simulation.DataMarket;
import sim.display.Console;
import sim.display.Controller;
import sim.display.GUIState;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * The market in MASON's console. One step of the console is one round, whatever the buyers'
 * activation; the run is the same as without the console, to the last bit.
 */
public class DataMarketWithUI extends GUIState {
  private final List<RoundListener> listeners = new CopyOnWriteArrayList<>();
  private final Selection selection = new Selection();
  private Dialogs dialogs = new SwingDialogs();
  private OpenedModel opened;
  private DataMarket restored;
  private Throwable failure;
  private Charts charts;

  /** The model that comes with the program. */
  public DataMarketWithUI() {
    this(quickstart());
  }

  /** A market that comes from somewhere else than a model file: it has no parameters to turn. */
  public DataMarketWithUI(SimState state) {
    super(state);
  }

  /** A model file. */
  public DataMarketWithUI(OpenedModel model) {
    super(new DataMarket(model.seed(), model.draw()));
    opened = model;
  }

  private static OpenedModel quickstart() {
    try {
      return OpenedModel.quickstart(List.of());
    } catch (ModelException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The name of the program, in the titles of its windows. */
  public static String getName() {
    return "Data Market";
  }

  /** The market that is open; another object after every start. */
  public DataMarket market() {
    return (DataMarket) state;
  }

  /** The buyer or seller that is selected. */
  public Selection selection() {
    return selection;
  }

  /** The charts in the list of displays; only once there is a controller. */
  public Charts charts() {
    return charts;
  }

  /** Adds someone who is told of every round, before displays and inspectors are brought up to date. */
  public void addRoundListener(RoundListener listener) {
    listeners.add(listener);
  }

  /** Forgets a listener. */
  public void removeRoundListener(RoundListener listener) {
    listeners.remove(listener);
  }

  /** The model file that the next start plays; empty for a market from elsewhere. */
  public Optional<OpenedModel> opened() {
    return Optional.ofNullable(opened);
  }

  /** What stopped the run, if something did that should not have. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  void setDialogs(Dialogs replacement) {
    dialogs = replacement;
  }

  Dialogs dialogs() {
    return dialogs;
  }

  @Override
  public void init(Controller newController) {
    super.init(newController);
    charts = Charts.install(this, newController);
  }

  /** Draws the market anew and stands before its first round. */
  @Override
  public void start() {
    failure = null;
    try {
      if (opened != null) {
        state = new DataMarket(opened.seed(), opened.draw());
      }
      super.start();
      began();
    } catch (RuntimeException | OutOfMemoryError thrown) {
      fail(thrown);
    }
  }

  /** Goes on with a market from a checkpoint. */
  @Override
  public void load(SimState loaded) {
    failure = null;
    super.load(loaded);
    began();
  }

  private void began() {
    synchronized (state.schedule) {
      market().ledger().update();
      SwingUtilities.invokeLater(selection::clear);
      listeners.forEach(listener -> listener.started(market()));
    }
  }

  /** Plays one round, and asks for a pause when it was the last. */
  @Override
  public boolean step() {
    DataMarket market = market();
    synchronized (market.schedule) {
      if (failure != null || market.status() != Status.RUNNING) {
        return !repeats() && pause();
      }
      try {
        playRound(market);
      } catch (RuntimeException | Error thrown) {
        fail(thrown);
      }
      if (market.status() != Status.RUNNING && !repeats()) {
        pause();
      }
      return true;
    }
  }

  private boolean repeats() {
    return failure == null && controller instanceof Console console && console.getShouldRepeat();
  }

  /** A round may be many moments: what MASON does before and after a step is done once. */
  private void playRound(DataMarket market) {
    int round = market.monitor().round();
    Steppable[] due = null;
    boolean more = true;
    while (more && market.monitor().round() == round) {
      Steppable[] later = Arrays.copyOf(after, afterSize);
      afterSize = 0;
      due = due == null ? later : due;
      more = super.step();
    }
    listeners.forEach(listener -> listener.roundEnded(market));
    for (Steppable steppable : due == null ? new Steppable[0] : due) {
      steppable.step(market);
    }
  }

  private boolean pause() {
    if (controller instanceof Console console) {
      SwingUtilities.invokeLater(
          () -> {
            if (console.getPlayState() == Console.PS_PLAYING) {
              console.pressPause();
            }
          });
    }
    return true;
  }

  private void fail(Throwable thrown) {
    failure = thrown;
    pause();
    Component parent = controller instanceof Component component ? component : null;
    SwingUtilities.invokeLater(
        () -> dialogs.error(parent, "The run has stopped", String.valueOf(thrown)));
  }
}
