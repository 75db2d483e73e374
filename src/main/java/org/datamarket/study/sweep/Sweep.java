package org.datamarket.study.sweep;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.datamarket.document.UserMistake;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.Journal.Entry;

/**
 * Makes the runs of a study, or of a shard of it, that its journal does not have yet. Whatever ends
 * it, the journal has all runs that were delivered, and another sweep goes on from there.
 */
public final class Sweep {
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final PendingRuns pending;
  private final Journal journal;
  private final OnError onError;
  private final Map<String, Integer> attempts = new HashMap<>();
  private long made;
  private long failures;
  private Finished firstFailure;

  /**
   * A sweep.
   *
   * @param journal what has been made already, and where the outcomes go
   */
  public Sweep(Study study, Shard shard, Journal journal, OnError onError) {
    this.journal = journal;
    this.onError = onError;
    this.pending = new PendingRuns(study, shard, journal, onError.retries());
  }

  /** Is told of every run, by the thread that runs the sweep. */
  @FunctionalInterface
  public interface Listener {
    /** A run has ended, and is in the journal. */
    void ended(Finished run, Progress progress);
  }

  /**
   * How far a sweep is.
   *
   * @param planned how many runs there are, as far as is known
   * @param known how many of them the journal had at the start
   * @param made how many were made since
   * @param failed how many failed, of both
   */
  public record Progress(long planned, long known, long made, long failed) {
    /** How many are done. */
    public long done() {
      return known + made;
    }
  }

  /** How a sweep ended. */
  public enum Ending {
    /** All runs are made. */
    COMPLETE,
    /** It was told to stop. */
    STOPPED,
    /** A run failed, and failures were to end it. */
    FAILED
  }

  /** How far it is. */
  public Progress progress() {
    return new Progress(
        pending.planned(), pending.known(), made, pending.knownFailures() + failures);
  }

  /** The first run that failed since the start, if one did. */
  public Optional<Finished> firstFailure() {
    return Optional.ofNullable(firstFailure);
  }

  /**
   * Makes the runs.
   *
   * @param stop asked often: whether to stop, once the runs under way have ended
   * @throws IOException if the journal cannot be written
   * @throws UserMistake if a run came out in another way than the journal says
   * @throws EngineException if the engine can carry out no more runs
   */
  public Ending run(Engine engine, Listener listener, BooleanSupplier stop)
      throws IOException, UserMistake, EngineException, InterruptedException {
    Ending ending = Ending.COMPLETE;
    int underWay = 0;
    while (true) {
      if (ending == Ending.COMPLETE) {
        ending = ending(stop);
        underWay += ending == Ending.COMPLETE ? submit(engine, underWay) : -engine.stop();
      }
      if (underWay == 0) {
        return ending;
      }
      Optional<Finished> finished = engine.next(PATIENCE);
      if (finished.isPresent()) {
        boolean again = ending == Ending.COMPLETE && isTriedAgain(finished.get());
        if (again) {
          engine.submit(List.of(finished.get().spec()));
        } else {
          underWay--;
          keep(finished.get());
          listener.ended(finished.get(), progress());
        }
      }
    }
  }

  private Ending ending(BooleanSupplier stop) {
    return stop.getAsBoolean()
        ? Ending.STOPPED
        : onError.stops() && journal.failures() > 0 ? Ending.FAILED : Ending.COMPLETE;
  }

  /** Counts the attempts of a run that failed, and says whether there is to be one more. */
  private boolean isTriedAgain(Finished finished) {
    String key = finished.spec().key();
    if (!finished.outcome().isError() || attempt(key) > onError.retries()) {
      return false;
    }
    attempts.put(key, attempt(key));
    return true;
  }

  /** Which attempt the one under way is, from 1. */
  private int attempt(String key) {
    return attempts.getOrDefault(key, journal.attempts(key)) + 1;
  }

  private void keep(Finished finished) throws IOException, UserMistake {
    String key = finished.spec().key();
    journal.add(
        new Entry(key, finished.outcome(), finished.seconds(), finished.host(), attempt(key)));
    attempts.remove(key);
    int places = pending.done(finished.spec(), finished.outcome());
    made += places;
    if (finished.outcome().isError()) {
      failures += places;
      firstFailure = firstFailure == null ? finished : firstFailure;
    }
  }

  private int submit(Engine engine, int underWay) throws IOException {
    List<RunSpec> specs = new ArrayList<>();
    while (specs.size() < engine.capacity() - underWay) {
      Optional<RunSpec> spec = pending.next();
      if (spec.isEmpty()) {
        break;
      }
      specs.add(spec.get());
    }
    if (!specs.isEmpty()) {
      engine.submit(specs);
    }
    return specs.size();
  }
}
