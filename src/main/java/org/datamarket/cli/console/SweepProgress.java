package org.datamarket.cli.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.datamarket.cli.console.ProgressLine.Step;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.Sweep;
import org.datamarket.study.sweep.Sweep.Progress;

/**
 * How far a sweep is: the runs and the failures, the rate, the time left, and the lowest and the
 * highest value of a measure.
 */
public final class SweepProgress implements Sweep.Listener, AutoCloseable {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final ProgressLine line;
  private final Study study;
  private final int watch;
  private final long started = System.nanoTime();
  private Extreme lowest;
  private Extreme highest;

  private record Extreme(double value, int point, int replication) {
    String inWords() {
      return String.format(Locale.ROOT, "%.4g (%d/%d)", value, point, replication);
    }
  }

  private SweepProgress(ProgressLine line, Study study, int watch) {
    this.line = line;
    this.study = study;
    this.watch = watch;
  }

  /**
   * On this process's error stream.
   *
   * @param watch the place of the measure to watch; −1 for none
   * @param quiet whether to show nothing
   */
  public static SweepProgress of(Study study, int watch, boolean quiet) {
    return new SweepProgress(ProgressLine.onErrorStream(EVERY, quiet), study, watch);
  }

  @Override
  public void ended(Finished run, Progress progress) {
    if (watch >= 0 && !run.outcome().isError() && !run.outcome().measures().get(watch).isEmpty()) {
      take(
          new Extreme(
              Double.parseDouble(run.outcome().measures().get(watch)),
              run.spec().point(),
              run.spec().replication()));
    }
    line.show(() -> step(progress));
  }

  private void take(Extreme value) {
    if (lowest == null || value.value() < lowest.value()) {
      lowest = value;
    }
    if (highest == null || value.value() > highest.value()) {
      highest = value;
    }
  }

  private Step step(Progress progress) {
    return new Step(
        progress.done(),
        progress.planned(),
        "%s of %s runs".formatted(progress.done(), progress.planned()),
        parts(progress));
  }

  /** What is told beside the number of runs, what matters most first. */
  private List<String> parts(Progress progress) {
    double seconds = (System.nanoTime() - started) * 1e-9;
    double rate = progress.made() / seconds;
    List<String> parts = new ArrayList<>();
    parts.add("%s failed".formatted(progress.failed()));
    parts.add("%s left".formatted(TimeSpan.inWords((progress.planned() - progress.done()) / rate)));
    parts.add(String.format(Locale.ROOT, "%.3g runs/s", rate));
    if (highest != null) {
      parts.add(
          "%s %s to %s"
              .formatted(study.measures().get(watch).name(), lowest.inWords(), highest.inWords()));
    }
    return parts;
  }

  /** Leaves the line clear for what comes next. */
  @Override
  public void close() {
    line.close();
  }
}
