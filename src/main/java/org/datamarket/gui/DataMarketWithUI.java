package org.datamarket.gui;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.gui.chart.Charts;
import org.datamarket.gui.display.Look;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.session.RoundListener;
import org.datamarket.gui.session.Session;
import org.datamarket.gui.turn.TurnReport;
import org.datamarket.gui.widget.FileSaver;
import org.datamarket.gui.widget.PlainWords;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;
import sim.display.Controller;
import sim.engine.SimState;
import sim.portrayal.Inspector;

/**
 * The market in MASON's console. One step of the console is one round, whatever the buyers'
 * activation; the run is the same as without the console, to the last bit.
 */
public class DataMarketWithUI extends RoundwiseState implements Session {
  private final FileSaver saver = new FileSaver(this::dialogs);
  private final Film film = new Film(this);
  private final NextStart nextStart;
  private Optional<MarketDisplay> display = Optional.empty();
  private Optional<Charts> charts = Optional.empty();
  private final TurnPlay turnPlay = new TurnPlay(this);
  private final Once<TurnControls> controls = new Once<>(() -> new TurnControls(this));
  private final Once<ClaimsControls> claims = new Once<>(() -> new ClaimsControls(this));

  /** The model that comes with the program. */
  public DataMarketWithUI() {
    this(OpenedModel.quickstart());
  }

  /** A market that comes from somewhere else than a model file: it has no parameters to turn. */
  public DataMarketWithUI(SimState state) {
    super(state);
    nextStart = new NextStart(Optional.empty(), state.seed(), this::showParameters);
  }

  /** A model file. */
  public DataMarketWithUI(OpenedModel model) {
    super(model.undrawn());
    nextStart = new NextStart(Optional.of(model), model.seed(), this::showParameters);
  }

  /** The name of the program, in the titles of its windows. */
  public static String getName() {
    return "Data Market";
  }

  /** What the next start plays. */
  NextStart nextStart() {
    return nextStart;
  }

  /** The model file that the next start plays; empty for a market from elsewhere. */
  public Optional<OpenedModel> opened() {
    return nextStart.model();
  }

  /** The seed of the next start, with all its 64 bits. */
  public long seed() {
    return nextStart.seed();
  }

  /** The charts; only once there is a console. */
  public Charts charts() {
    return charts.orElseThrow();
  }

  /** How pictures of every round look: as the window does, with nobody selected. */
  Look filmLook() {
    return display.map(window -> window.portrayal().plainLook()).orElse(Look.PLAIN);
  }

  /** The window that shows the market; only once there is a console. */
  MarketDisplay display() {
    return display.orElseThrow();
  }

  @Override
  public FileSaver saver() {
    return saver;
  }

  /** Pictures of every round. */
  Film film() {
    return film;
  }

  /** The name of the model that the next start plays. */
  String modelName() {
    return opened().map(OpenedModel::name).orElseGet(() -> String.valueOf(state));
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
    MarketDisplay window = new MarketDisplay(this);
    display = Optional.of(window);
    newController.registerFrame(window.frame());
    window.frame().setVisible(true);
    charts = Optional.of(Charts.install(this, newController));
    newController.registerFrame(controls().frame());
    newController.registerFrame(claims().frame());
  }

  @Override
  public void quit() {
    super.quit();
    display.ifPresent(MarketDisplay::quit);
    controls.ifMade(shown -> shown.frame().dispose());
    claims.ifMade(ClaimsControls::quit);
  }

  @Override
  public Inspector getInspector() {
    return new ModelInspector(this);
  }

  @Override
  public boolean isInspectorVolatile() {
    return true;
  }

  /**
   * Takes another model for the next start, and closes the market that is open.
   *
   * @param undrawn a market of this model that has not been started
   */
  void open(OpenedModel model, DataMarket undrawn) {
    openRun().close();
    state = undrawn;
    selection().clear();
    listeners().forEach(RoundListener::closed);
    display.ifPresent(MarketDisplay::clear);
    nextStart.open(model);
  }

  private void showParameters() {
    SwingUtilities.invokeLater(() -> console().ifPresent(MarketConsole::parametersChanged));
  }

  /** Offers turns, or says why there are none, now that the market or the next one may differ. */
  void lookForTurns() {
    console().ifPresent(console -> controls.ifMade(TurnControls::look));
  }

  /** Tells that what was typed is not taken, and shows again what holds. */
  void refuse(String reason) {
    nextStart.changed();
    tell("That cannot be set", reason);
  }

  /**
   * Draws the market anew and stands before its first round, or goes on with a run from a
   * checkpoint.
   */
  @Override
  public void start() {
    try {
      Optional<Checkpoint.Kept> kept = nextStart.takeKept();
      if (kept.isPresent()) {
        goOnWith(kept.get());
        return;
      }
      opened().ifPresentOrElse(this::draw, () -> state.setSeed(seed()));
      super.start();
      began();
    } catch (RuntimeException | Error thrown) {
      fail("The market cannot be started", Optional.empty(), thrown);
    }
  }

  private void draw(OpenedModel model) {
    DrawnModel drawn = model.draw();
    openRun().setFingerprint(drawn.fingerprint());
    state = new DataMarket(model.seed(), drawn);
  }

  private void goOnWith(Checkpoint.Kept kept) {
    openRun().setFingerprint(kept.model());
    load(kept.simulation());
  }

  /** Goes on with a market from a checkpoint. */
  @Override
  public void load(SimState loaded) {
    super.load(loaded);
    if (market().source() instanceof DrawnModel drawn) {
      nextStart.follow(drawn);
    } else {
      nextStart.keepIf(openRun().fingerprint());
    }
    nextStart.followSeed(loaded.seed());
    began();
  }

  /** Whether the file holds a market: it is then gone on with. */
  @Override
  public boolean readNewStateFromCheckpoint(File file) throws IOException {
    try {
      Checkpoint.Kept kept = Checkpoint.read(file.toPath());
      finish();
      goOnWith(kept);
      return true;
    } catch (UserMistake unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  private void began() {
    DataMarket market = market();
    synchronized (market.schedule) {
      openRun().begin(market);
      listeners().forEach(listener -> listener.started(market));
      selection().clear();
      controls.ifMade(TurnControls::clear);
      film.record();
    }
    display.ifPresent(window -> window.begin(snapshot().orElseThrow()));
    showState();
    judge();
  }

  /** Plays one round, and asks for a pause when it was the last. */
  @Override
  public boolean step() {
    DataMarket market = market();
    synchronized (market.schedule) {
      if (turnPlay.report().isPresent()) {
        pause();
        return true;
      }
      if (openRun().state().failure().isPresent() || market.status() != Status.RUNNING) {
        if (repeats()) {
          return false;
        }
        pause();
        return true;
      }
      try {
        playOn();
        display.ifPresent(MarketDisplay::repaintStrips);
      } catch (RuntimeException | Error thrown) {
        fail("The run has stopped", snapshot(), thrown);
      }
      if (market.status() != Status.RUNNING) {
        showState();
        judge();
        if (!repeats()) {
          pause();
        }
      }
      return true;
    }
  }

  private void playOn() {
    turnPlay.play();
    Optional<TurnReport> report = turnPlay.report();
    if (report.isPresent()) {
      controls().show(report.get());
      pause();
    } else if (turnPlay.isMissed()) {
      controls().showEnd();
    }
  }

  /** Whether rounds are played as a whole. */
  TurnPlay turnPlay() {
    return turnPlay;
  }

  /** Plays turn by turn; only with a console. */
  final TurnControls controls() {
    return controls.get();
  }

  /** Judges claims; only with a console. */
  final ClaimsControls claims() {
    return claims.get();
  }

  @Override
  void turnEnded() {
    DataMarket market = market();
    openRun().amidRound(market, turnPlay.report().orElseThrow().text());
    listeners().forEach(listener -> listener.turnEnded(market));
  }

  @Override
  void roundEnded() {
    DataMarket market = market();
    openRun().next(market);
    listeners().forEach(listener -> listener.roundEnded(market));
    film.record();
  }

  private boolean repeats() {
    return openRun().state().failure().isEmpty()
        && console().filter(MarketConsole::getShouldRepeat).isPresent();
  }

  /** Asks for a folder for pictures of every round, or ends them; on the event thread. */
  @Override
  public void chooseFrames() {
    film.chooseOrStop(window());
    console().ifPresent(MarketConsole::nameFramesItem);
  }

  private void judge() {
    openRun()
        .judge(
            market(),
            this::showState,
            thrown -> tell("How good the end is cannot be said", PlainWords.of(thrown)));
  }

  private void showState() {
    SwingUtilities.invokeLater(
        () -> {
          display.ifPresent(MarketDisplay::repaintStrips);
          console().ifPresent(MarketConsole::showTitle);
        });
  }

  private void fail(String title, Optional<Snapshot> market, Throwable cause) {
    openRun().fail(market, cause);
    pause();
    showState();
    tell(title, PlainWords.of(cause));
  }
}
