package org.datamarket.gui;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.display.Titles;
import org.datamarket.gui.session.RunState;
import org.datamarket.gui.turn.TurnReport;
import org.datamarket.output.SummaryText;
import org.datamarket.run.Run;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.simulation.DataMarket;

/** The run that is open in the window: which it is, how it stands, and how good its end is. */
final class OpenRun {
  private final AtomicReference<RunState> state = new AtomicReference<>(new RunState.NotStarted());
  private volatile String fingerprint = "";

  /** How it stands. */
  RunState state() {
    return state.get();
  }

  /** The market as it is shown; empty until it has been started. */
  Optional<Snapshot> snapshot() {
    return state.get().snapshot();
  }

  /** The fingerprint of its model; empty for a market from elsewhere than a model file. */
  String fingerprint() {
    return fingerprint;
  }

  /** Takes the fingerprint of the model that the next market is of. */
  void setFingerprint(String ofModel) {
    fingerprint = ofModel;
  }

  /** Which run it is: its model with all parameters, and its seed; empty if none is open. */
  Optional<String> id(DataMarket market) {
    return snapshot().map(started -> "%s %s".formatted(fingerprint, market.seed()));
  }

  /** Forgets the run. */
  void close() {
    state.set(new RunState.NotStarted());
    fingerprint = "";
  }

  /** A market stands before its first round, or has been read from a checkpoint. */
  void begin(DataMarket market) {
    market.ledger().update();
    state.set(RunState.of(Snapshot.of(market, titleOf(market))));
    if (market.turnsTaken() > 0) {
      amidRound(market, TurnReport.place(market));
    }
  }

  private static String titleOf(DataMarket market) {
    return market.source() instanceof DrawnModel drawn
        ? Titles.of(drawn.model(), drawn.overrides())
        : Titles.of(market.model());
  }

  /** A round has ended. */
  void next(DataMarket market) {
    state.set(RunState.of(state.get().atRoundEnd().orElseThrow().next(market)));
  }

  /**
   * The market stands between two turns of a round.
   *
   * @param text what has just happened, a line
   */
  void amidRound(DataMarket market, String text) {
    market.ledger().update();
    Snapshot roundEnd = state.get().atRoundEnd().orElseThrow();
    state.set(new RunState.AmidRound(roundEnd, roundEnd.next(market), text));
  }

  /**
   * An error has stopped it.
   *
   * @param market the market after its last whole round; empty if it could not be started
   */
  void fail(Optional<Snapshot> market, Throwable cause) {
    state.set(new RunState.Failed(market, cause));
  }

  /**
   * Finds how good the end is, if the run is over. In a large market that takes a while, so a
   * thread of its own does it; a market that is over does not change meanwhile, and another may be
   * open by then.
   *
   * @param onVerdict what is to be done when the verdict is known, on the event thread
   * @param onFailure takes what kept it from being found, on the event thread
   */
  void judge(DataMarket market, Runnable onVerdict, Consumer<Throwable> onFailure) {
    if (state.get() instanceof RunState.Over over) {
      Thread judge = new Thread(() -> judge(market, over, onVerdict, onFailure), "verdict");
      judge.setDaemon(true);
      judge.start();
    }
  }

  private void judge(
      DataMarket market, RunState.Over over, Runnable onVerdict, Consumer<Throwable> onFailure) {
    try {
      RunState.Over judged = over.judged(SummaryText.verdict(Run.of(market).result()));
      SwingUtilities.invokeLater(
          () -> {
            if (state.compareAndSet(over, judged)) {
              onVerdict.run();
            }
          });
    } catch (RuntimeException | Error thrown) {
      SwingUtilities.invokeLater(
          () -> {
            if (state.get() == over) {
              onFailure.accept(thrown);
            }
          });
    }
  }

  /** Keeps the market as it stands, between two rounds, as {@code datamarket run} does. */
  void save(DataMarket market, Path file) throws IOException {
    synchronized (market.schedule) {
      if (!market.isStarted()) {
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
}
