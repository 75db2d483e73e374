package org.datamarket.cli.console;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.datamarket.claims.Bench;
import org.datamarket.claims.CounterexampleFiles;
import org.datamarket.cli.console.ProgressLine.Step;

/** How far the trial of claims is: the markets played, and the cases judged. */
public final class ClaimsProgress
    implements Bench.Listener, CounterexampleFiles.Listener, AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final ProgressLine line;
  private final int markets;
  private final BooleanSupplier stopped;
  private int played;
  private long judged;

  private ClaimsProgress(ProgressLine line, int markets, BooleanSupplier stopped) {
    this.line = line;
    this.markets = markets;
    this.stopped = stopped;
  }

  /**
   * On this process's error stream.
   *
   * @param markets how many are to be played
   * @param quiet whether to show nothing
   * @param stopped whether the work is to stop
   */
  public static ClaimsProgress of(int markets, boolean quiet, BooleanSupplier stopped) {
    return new ClaimsProgress(ProgressLine.onErrorStream(EVERY, quiet), markets, stopped);
  }

  /** So many of all random states are done. */
  public synchronized void done(long states, long of) {
    line.show(
        () -> new Step(states, of, "%s of %s states judged".formatted(states, of), List.of()));
  }

  @Override
  public synchronized void searched(int claims, int of) {
    line.show(
        () ->
            new Step(
                claims,
                of,
                "counterexamples looked for to %s of %s claims that fail".formatted(claims, of),
                List.of()));
  }

  @Override
  public synchronized void played() {
    played++;
    show();
  }

  @Override
  public synchronized void judged(int cases) {
    judged += cases;
    show();
  }

  @Override
  public boolean isStopped() {
    return stopped.getAsBoolean();
  }

  private void show() {
    line.show(
        () ->
            new Step(
                judged,
                0,
                "%s of %s played".formatted(played, Counted.of(markets, "market")),
                List.of("%s judged".formatted(Counted.of(judged, "case")))));
  }

  @Override
  public void close() {
    line.close();
  }
}
