package org.datamarket.gui;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.Status;
import org.datamarket.gui.chart.Charts;
import org.datamarket.gui.display.Highlight;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.display.StatusText;
import org.datamarket.model.ModelException;
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
  private final Parameters parameters = new Parameters(new ParameterHolder());
  private Dialogs dialogs = new SwingDialogs();
  private volatile OpenedModel opened;
  private long givenSeed;
  private volatile int parametersRevision;
  private Checkpoint.Kept restored;
  private volatile String fingerprint = "";
  private MarketDisplay display;
  private Charts charts;
  private volatile FrameRecorder recorder;
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

  /** The parameters of the next start. */
  public Parameters parameters() {
    return parameters;
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

  private Component window() {
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
      return "Stopped by an error: " + failure;
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

  /** The model and how it stands, as MASON's own tools see it. */
  @Override
  public Object getSimulationInspectedObject() {
    return parameters;
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

  /** Takes another model for the next start; the market that is open stays until then. */
  public void setModel(OpenedModel model) {
    opened = model;
    parametersChanged();
  }

  private void parametersChanged() {
    parametersRevision++;
    SwingUtilities.invokeLater(
        () -> {
          if (controller instanceof MarketConsole console) {
            console.parametersChanged();
          }
        });
  }

  /** Parameters turned in the Model tab: what turns them is not built anew for it. */
  private final class ParameterHolder implements Parameters.Holder {
    @Override
    public OpenedModel model() {
      return opened;
    }

    @Override
    public void replace(OpenedModel changed, boolean sameParameters) {
      boolean seedChanged = changed.seed() != opened.seed();
      opened = changed;
      if (!sameParameters || seedChanged) {
        parametersChanged();
      }
    }

    @Override
    public void refuse(String reason) {
      parametersChanged();
      SwingUtilities.invokeLater(() -> dialogs.error(window(), "That cannot be set", reason));
    }
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
        throw new IOException(file + ": there is no market yet; press play or pause first");
      }
      try {
        Checkpoint.write(market, fingerprint, file);
      } catch (IOException failure) {
        throw new IOException(file + ": cannot be written", failure);
      }
    }
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
    } catch (RuntimeException | OutOfMemoryError thrown) {
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
    } catch (ModelException gone) {
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
    } catch (Checkpoint.UnusableException unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  private void began() {
    DataMarket market = market();
    synchronized (market.schedule) {
      verdict = "";
      market.ledger().update();
      snapshot = Snapshot.of(market);
      listeners.forEach(listener -> listener.started(market));
      selection.clear();
      record();
    }
    if (display != null) {
      display.begin(snapshot);
    }
    if (market.status() != Status.RUNNING) {
      announceEnd(market);
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

  private void record() {
    FrameRecorder frames = recorder;
    if (frames != null) {
      frames.record(snapshot, Highlight.NONE, statusText());
    }
  }

  /** Writes a picture of every round from now on, or of none. */
  void recordFrames(Optional<Path> folder) throws IOException {
    if (folder.isEmpty()) {
      recorder = null;
      return;
    }
    FrameRecorder frames =
        new FrameRecorder(
            folder.get(),
            (file, thrown) ->
                SwingUtilities.invokeLater(
                    () ->
                        dialogs.error(
                            window(), "No more pictures", file + ": " + thrown.getMessage())));
    recorder = frames;
    DataMarket market = market();
    synchronized (market.schedule) {
      if (snapshot != null) {
        record();
      }
    }
  }

  /** Writes a picture of every round from now on, beginning at the next start. */
  public void setFrames(Path folder) throws IOException {
    recordFrames(Optional.of(folder));
  }

  /** Where pictures of every round go, if they are written. */
  Optional<Path> framesFolder() {
    FrameRecorder frames = recorder;
    return frames == null ? Optional.empty() : Optional.of(frames.folder());
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
              String line = SummaryText.verdict(Run.of(market).result());
              SwingUtilities.invokeLater(
                  () -> {
                    if (market == state) {
                      verdict = Character.toUpperCase(line.charAt(0)) + line.substring(1);
                      showEnd();
                    }
                  });
            },
            "verdict");
    judge.setDaemon(true);
    judge.start();
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
    String reason = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    StackTraceElement[] trace = thrown.getStackTrace();
    String where = trace.length == 0 ? "" : "\nat " + trace[0];
    SwingUtilities.invokeLater(
        () ->
            dialogs.error(
                window(), title, reason + "\n" + thrown.getClass().getSimpleName() + where));
  }
}
