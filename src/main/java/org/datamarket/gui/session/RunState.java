package org.datamarket.gui.session;

import java.util.Optional;
import org.datamarket.analysis.Status;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.gui.display.StatusText;
import org.datamarket.gui.widget.PlainWords;

/** How the run in the window stands. Immutable: whatever happens to the run makes another state. */
public sealed interface RunState {

  /** No market has been drawn since the model was opened. */
  record NotStarted() implements RunState {
    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.empty();
    }

    @Override
    public String text() {
      return "Press play to begin, or pause to stand before the first round";
    }
  }

  /**
   * The run goes on.
   *
   * @param market the market at the end of its last round, or before the first
   */
  record Playing(Snapshot market) implements RunState {
    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.of(market);
    }

    @Override
    public String text() {
      return StatusText.of(market);
    }
  }

  /**
   * The run stands between two turns of a round.
   *
   * @param roundEnd the market at the end of its last round, or before the first
   * @param market the market now
   * @param text what has just happened, a line
   */
  record AmidRound(Snapshot roundEnd, Snapshot market, String text) implements RunState {
    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.of(market);
    }

    @Override
    public Optional<Snapshot> atRoundEnd() {
      return Optional.of(roundEnd);
    }
  }

  /**
   * The run has come to its end.
   *
   * @param market the market at its end
   * @param verdict how good the end is, a sentence; empty until that is known
   */
  record Over(Snapshot market, Optional<String> verdict) implements RunState {
    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.of(market);
    }

    @Override
    public String text() {
      String judged = verdict.orElseGet(() -> StatusText.of(market));
      return verdict.isPresent() && market.isClearedOnce()
          ? "%s. %s".formatted(judged, StatusText.deliveries(market))
          : judged;
    }

    @Override
    public String ending() {
      return StatusText.end(market) + ": ";
    }

    /** The same end with its verdict, which begins with a capital letter from here on. */
    public Over judged(String sentence) {
      return new Over(
          market, Optional.of(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)));
    }
  }

  /**
   * The run was stopped by an error.
   *
   * @param snapshot the market after its last whole round; empty if it could not be started
   * @param cause what stopped it
   */
  record Failed(Optional<Snapshot> snapshot, Throwable cause) implements RunState {
    @Override
    public String text() {
      return ending() + PlainWords.summary(cause);
    }

    @Override
    public String ending() {
      return "Stopped by an error: ";
    }

    @Override
    public Optional<Throwable> failure() {
      return Optional.of(cause);
    }
  }

  /** The state of a run whose market stands so. */
  static RunState of(Snapshot market) {
    return market.status() == Status.RUNNING
        ? new Playing(market)
        : new Over(market, Optional.empty());
  }

  /**
   * The market as it is shown: as it stood at the end of the last round, or stands between two
   * turns; empty if there is none.
   */
  Optional<Snapshot> snapshot();

  /** The market as it stood at the end of the last round; empty if there is none. */
  default Optional<Snapshot> atRoundEnd() {
    return snapshot();
  }

  /** How the run stands, a line. */
  String text();

  /** How the run has ended, to precede its name; empty unless it has. */
  default String ending() {
    return "";
  }

  /** What stopped the run, if something did that should not have. */
  default Optional<Throwable> failure() {
    return Optional.empty();
  }
}
