package org.datamarket.cli.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.cli.console.ProgressLine.Step;
import org.datamarket.simulation.DataMarket;

/** How far a run is: its round, the bids so far, and the time. */
public final class RunProgress implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final ProgressLine line;
  private final long started = System.nanoTime();

  private RunProgress(ProgressLine line) {
    this.line = line;
  }

  /**
   * On this process's error stream.
   *
   * @param quiet whether to show nothing
   */
  public static RunProgress of(boolean quiet) {
    return new RunProgress(ProgressLine.onErrorStream(EVERY, quiet));
  }

  /** A round has ended. */
  public void ended(DataMarket simulation) {
    line.show(() -> step(simulation.monitor().rounds().get(simulation.monitor().round() - 1)));
  }

  private Step step(RoundMeasures round) {
    String bids =
        String.format(Locale.ROOT, "round %,d: %,d bids", round.round(), round.messages());
    String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - started) * 1e-9);
    return new Step(round.round(), 0, bids, List.of(seconds));
  }

  @Override
  public void close() {
    line.close();
  }
}
