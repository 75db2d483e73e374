package org.datamarket.gui;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.gui.chart.Charts;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.display.StatusText;
import org.datamarket.gui.display.Titles;
import org.datamarket.output.SummaryText;
import org.datamarket.run.Run;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import sim.display.Console;
import sim.display.Controller;
import sim.display.GUIState;
import sim.engine.SimState;
import sim.engine.Steppable;
import sim.portrayal.Inspector;

/**
 * The market in MASON's console. One step of the console is one round, whatever the buyers'
 * activation; the run is the same as without the console, to the last bit.
 */
public class DataMarketWithUI extends GUIState {
  private final List<RoundListener> listeners = new CopyOnWriteArrayList<>();
  private final Selection selection = new Selection();
  private final FileSaver saver = new FileSaver(this::dialogs);
  private final Film film = new Film(this);
  private Dialogs dialogs = new SwingDialogs();
  private volatile OpenedModel opened;
  private long givenSeed;
  private volatile int parametersRevision;
  private Checkpoint.Kept restored;
  private volatile String fingerprint = "";
  private MarketDisplay display;
  private Charts charts;
  private volatile Snapshot snapshot;
  private volatile Throwable failure;
  private volatile String verdict = "";

  /** The model that comes with the program. */
  public DataMarketWithUI() {
    this(quickstart());
  }

  /** A market that comes from somewhere else than a model file: it has no parameters to turn. */
  public DataMarketWithUI(SimState state) {
    super(state);
    givenSeed = state.seed();
  }

  /** A model file. */
  public DataMarketWithUI(OpenedModel model) {
    super(model.undrawn());
    opened = model;
  }

  private static OpenedModel quickstart() {
    try {
      return OpenedModel.quickstart(List.of());
    } catch (UserMistake impossible) {
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

  /** The market as it stood at the end of the last round; empty until it has been started. */
  public Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  /** The buyer or seller that is selected. */
  public Selection selection() {
    return selection;
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

  /** A number that changes whenever the parameters are others than before. */
  int parametersRevision() {
    return parametersRevision;
  }

  /** The charts; only once there is a console. */
  public Charts charts() {
    return charts;
  }

  /** The window that shows the market; only once there is a console. */
  MarketDisplay display() {
    return display;
  }

  void setDialogs(Dialogs replacement) {
    dialogs = replacement;
  }

  Dialogs dialogs() {
    return dialogs;
  }

  /** Saves files that the person names. */
  public FileSaver saver() {
    return saver;
  }

  /** The console's window, for dialogs to stand before. */
  Component window() {
    return controller instanceof Component component ? component : null;
  }

  /** The name of the model that the next start plays. */
  String modelName() {
    return opened == null ? String.valueOf(state) : opened.name();
  }

  /** How the run stands, in words. */
  String statusText() {
    Snapshot market = snapshot;
    if (failure != null) {
      return "Stopped by an error: " + PlainWords.summary(failure);
    }
    if (market == null) {
      return "Press play to begin, or pause to stand before the first round";
    }
    return verdict.isEmpty() ? StatusText.of(market) : verdict;
  }

  /** Opens the console; on the event thread. */
  @Override
  public Controller createController() {
    MarketConsole console = new MarketConsole(this);
    console.setVisible(true);
    return console;
  }

  @Override
  public void init(Controller newController) {
    super.init(newController);
    display = new MarketDisplay(this);
    JFrame frame = display.frame();
    newController.registerFrame(frame);
    frame.setVisible(true);
    charts = Charts.install(this, newController);
  }

  @Override
  public void quit() {
    super.quit();
    if (display != null) {
      display.quit();
    }
  }

  @Override
  public Inspector getInspector() {
    return new ModelInspector(this);
  }

  @Override
  public boolean isInspectorVolatile() {
    return true;
  }

  /** The seed of the next start, with all its 64 bits. */
  public long seed() {
    return opened == null ? givenSeed : opened.seed();
  }

  /** Sets the seed of the next start. */
  public void setSeed(long seed) {
    if (opened == null) {
      givenSeed = seed;
      parametersChanged();
    } else if (seed != opened.seed()) {
      opened = opened.withSeed(seed);
      parametersChanged();
    }
  }

  /**
   * Takes another model for the next start, and closes the market that is open.
   *
   * @param undrawn a market of this model that has not been started
   */
  void open(OpenedModel model, DataMarket undrawn) {
    opened = model;
    restored = null;
    failure = null;
    verdict = "";
    fingerprint = "";
    snapshot = null;
    state = undrawn;
    selection.clear();
    listeners.forEach(RoundListener::closed);
    if (display != null) {
      display.clear();
    }
    parametersChanged();
  }

  /** Tells that the parameters are others than before. */
  void parametersChanged() {
    parametersRevision++;
    SwingUtilities.invokeLater(
        () -> {
          if (controller instanceof MarketConsole console) {
            console.parametersChanged();
          }
        });
  }

  /**
   * Sets a parameter of the next start, or tells why it cannot be set.
   *
   * @param text all that was typed or chosen
   */
  void set(Parameter parameter, String text) {
    OpenedModel before = opened;
    try {
      OpenedModel changed = parameter.set(before, text);
      opened = changed;
      if (parameter.changesOthers() || changed.seed() != before.seed()) {
        parametersChanged();
      }
    } catch (Parameter.Refused refused) {
      refuse(refused.getMessage());
    } catch (RuntimeException | OutOfMemoryError failed) {
      refuse(PlainWords.of(failed));
    }
  }

  /** Tells that what was typed is not taken, and shows again what holds. */
  void refuse(String reason) {
    parametersChanged();
    SwingUtilities.invokeLater(() -> dialogs.error(window(), "That cannot be set", reason));
  }

  /** What the next start goes on with, instead of drawing a market. */
  void restore(Checkpoint.Kept run) {
    restored = run;
  }

  /** Keeps the market as it stands, between two rounds, as {@code datamarket run} does. */
  void save(Path file) throws IOException {
    DataMarket market = market();
    synchronized (market.schedule) {
      if (market.model() == null) {
        throw new IOException("There is no market yet; press play or pause first.");
      }
      try {
        Checkpoint.write(market, fingerprint, file);
      } catch (FileSystemException failure) {
        String reason = failure.getReason() == null ? "" : ": " + failure.getReason();
        throw new IOException("%s: cannot be written%s".formatted(file, reason), failure);
      }
    }
  }

  /** Which run is open: its model with all parameters, and its seed; empty if none is. */
  Optional<String> run() {
    return snapshot == null ? Optional.empty() : Optional.of(fingerprint + " " + market().seed());
  }

  /** Draws the market anew and stands before its first round. */
  @Override
  public void start() {
    try {
      if (restored != null) {
        Checkpoint.Kept run = restored;
        restored = null;
        goOnWith(run);
        return;
      }
      failure = null;
      if (opened != null) {
        DrawnModel drawn = opened.draw();
        fingerprint = drawn.fingerprint();
        state = new DataMarket(opened.seed(), drawn);
      } else {
        state.setSeed(givenSeed);
      }
      super.start();
      began();
    } catch (RuntimeException | Error thrown) {
      snapshot = null;
      fail("The market cannot be started", thrown);
    }
  }

  private void goOnWith(Checkpoint.Kept run) {
    fingerprint = run.model();
    load(run.simulation());
  }

  /** Goes on with a market from a checkpoint. */
  @Override
  public void load(SimState loaded) {
    failure = null;
    super.load(loaded);
    if (market().source() instanceof DrawnModel drawn) {
      findModelOf(drawn);
    } else if (opened != null && !opened.modelFile().fingerprint().equals(fingerprint)) {
      opened = null;
    }
    givenSeed = loaded.seed();
    parametersChanged();
    began();
  }

  private void findModelOf(DrawnModel drawn) {
    try {
      opened = OpenedModel.of(drawn);
    } catch (UserMistake gone) {
      opened = null;
    }
  }

  /** Whether the file holds a market: it is then gone on with. */
  @Override
  public boolean readNewStateFromCheckpoint(File file) throws IOException {
    try {
      Checkpoint.Kept run = Checkpoint.read(file.toPath());
      finish();
      goOnWith(run);
      return true;
    } catch (UserMistake unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  private void began() {
    DataMarket market = market();
    synchronized (market.schedule) {
      verdict = "";
      market.ledger().update();
      snapshot = Snapshot.of(market, titleOf(market));
      listeners.forEach(listener -> listener.started(market));
      selection.clear();
      record();
    }
    if (display != null) {
      display.begin(snapshot);
    }
    showEnd();
    if (market.status() != Status.RUNNING) {
      announceEnd(market);
    }
  }

  private static String titleOf(DataMarket market) {
    return market.source() instanceof DrawnModel drawn
        ? Titles.of(drawn.model(), drawn.overrides())
        : Titles.of(market.model());
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
        fail("The run has stopped", thrown);
      }
      if (market.status() != Status.RUNNING) {
        announceEnd(market);
        if (!repeats()) {
          pause();
        }
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
    snapshot = snapshot.next(market);
    listeners.forEach(listener -> listener.roundEnded(market));
    record();
    for (Steppable steppable : due) {
      steppable.step(market);
    }
    if (display != null) {
      display.repaintStrips();
    }
  }

  /** Keeps a picture of the market as it stands, if somebody wants one. */
  void record() {
    DataMarket market = market();
    synchronized (market.schedule) {
      if (snapshot != null) {
        film.record(snapshot, run().orElseThrow(), statusText());
      }
    }
  }

  /** Asks for a folder for pictures of every round, or ends them; on the event thread. */
  public void chooseFrames() {
    film.chooseOrStop(window());
    if (controller instanceof MarketConsole console) {
      console.nameFramesItem();
    }
  }

  /**
   * Writes a picture of every round from now on, beginning at the next start.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the folder has such pictures already
   */
  public void setFrames(Path folder) throws IOException {
    film.begin(folder);
  }

  /** Where pictures of every round go, if they are written. */
  Optional<Path> framesFolder() {
    return film.folder();
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

  /** The verdict takes a while in a large market; one that is over does not change meanwhile. */
  private void announceEnd(DataMarket market) {
    showEnd();
    Thread judge =
        new Thread(
            () -> {
              try {
                String line = SummaryText.verdict(Run.of(market).result());
                SwingUtilities.invokeLater(() -> showVerdict(market, line));
              } catch (RuntimeException | Error thrown) {
                SwingUtilities.invokeLater(() -> showNoVerdict(market, thrown));
              }
            },
            "verdict");
    judge.setDaemon(true);
    judge.start();
  }

  private void showVerdict(DataMarket market, String line) {
    if (market == state) {
      verdict = Character.toUpperCase(line.charAt(0)) + line.substring(1);
      showEnd();
    }
  }

  private void showNoVerdict(DataMarket market, Throwable thrown) {
    if (market == state) {
      dialogs.error(window(), "How good the end is cannot be said", PlainWords.of(thrown));
    }
  }

  private void showEnd() {
    SwingUtilities.invokeLater(
        () -> {
          if (display != null) {
            display.repaintStrips();
          }
          if (controller instanceof MarketConsole console) {
            console.showTitle();
          }
        });
  }

  private void fail(String title, Throwable thrown) {
    failure = thrown;
    pause();
    showEnd();
    SwingUtilities.invokeLater(() -> dialogs.error(window(), title, PlainWords.of(thrown)));
  }
}
