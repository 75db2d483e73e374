package org.datamarket.study.sweep;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;

/**
 * Carries out runs, on threads or on other machines. It knows nothing of the study but single runs,
 * each of which may be carried out anywhere and in any order. Used by one thread only, which hands
 * it runs and takes their outcomes from it; {@link #close} gives up whatever is under way.
 */
public interface Engine extends AutoCloseable {
  /** How many runs it wants to have at hand, those under way included, so as never to be idle. */
  int capacity();

  /** Hands it runs. */
  void submit(List<RunSpec> specs);

  /**
   * Waits for a run to end.
   *
   * @return nothing if none does for so long
   * @throws EngineException if it can carry out no more runs
   */
  Optional<Finished> next(Duration patience) throws InterruptedException, EngineException;

  /**
   * Takes back the runs that have not begun. Those under way are still carried out, to be taken by
   * {@link #next}.
   *
   * @return how many were taken back
   */
  int stop();

  @Override
  void close();

  /**
   * A run that has ended.
   *
   * @param seconds how long it took
   * @param host where it was carried out
   */
  record Finished(RunSpec spec, Outcome outcome, double seconds, String host) {}

  /** An engine that can do no more, in one line. */
  final class EngineException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says why in one line. */
    public EngineException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
