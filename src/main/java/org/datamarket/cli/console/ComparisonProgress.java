package org.datamarket.cli.console;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.datamarket.cli.console.ProgressLine.Step;
import org.datamarket.comparison.Contest;

/** How far a comparison is: the runs, and the time left. */
public final class ComparisonProgress implements Contest.Listener, AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final ProgressLine line;
  private final BooleanSupplier stopped;
  private final long started = System.nanoTime();

  private ComparisonProgress(ProgressLine line, BooleanSupplier stopped) {
    this.line = line;
    this.stopped = stopped;
  }

  /**
   * On this process's error stream.
   *
   * @param quiet whether to show nothing
   * @param stopped whether the work is to stop
   */
  public static ComparisonProgress of(boolean quiet, BooleanSupplier stopped) {
    return new ComparisonProgress(ProgressLine.onErrorStream(EVERY, quiet), stopped);
  }

  @Override
  public void ended(int done, int planned) {
    line.show(
        () -> {
          double seconds = (System.nanoTime() - started) * 1e-9;
          double left = seconds / done * (planned - done);
          return new Step(
              done,
              planned,
              "%s of %s runs".formatted(done, planned),
              List.of("%s left".formatted(TimeSpan.inWords(left))));
        });
  }

  @Override
  public boolean isStopped() {
    return stopped.getAsBoolean();
  }

  @Override
  public void close() {
    line.close();
  }
}
