package org.datamarket.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.Sweep;
import org.datamarket.study.sweep.Sweep.Progress;

/**
 * How far a sweep is, on the error stream: a bar on a terminal, and a line a minute elsewhere; with
 * the failures, the rate, the time left, and the lowest and the highest value of a measure.
 */
final class SweepProgress implements Sweep.Listener, AutoCloseable {
  private static final long PLAIN_NANOS = 60_000_000_000L;

  private final Display display;
  private final Study study;
  private final int watch;
  private final long started = System.nanoTime();
  private Extreme lowest;
  private Extreme highest;

  private record Extreme(double value, int point, int replication) {}

  /** Where it is shown. */
  private interface Display extends AutoCloseable {
    void show(Progress progress, List<String> parts);

    @Override
    void close();
  }

  private SweepProgress(Display display, Study study, int watch) {
    this.display = display;
    this.study = study;
    this.watch = watch;
  }

  /**
   * On this process's error stream.
   *
   * @param watch the place of the measure to watch; −1 for none
   * @param quiet whether to show nothing
   */
  static SweepProgress of(Study study, int watch, boolean quiet) {
    Display display = quiet ? new None() : System.console() != null ? new Bar() : new Plain(System.err, PLAIN_NANOS);
    return new SweepProgress(display, study, watch);
  }

  /** In plain lines on a stream. */
  static SweepProgress plain(Study study, int watch, PrintStream err, long nanos) {
    return new SweepProgress(new Plain(err, nanos), study, watch);
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
    display.show(progress, parts(progress));
  }

  private void take(Extreme value) {
    if (lowest == null || value.value() < lowest.value()) {
      lowest = value;
    }
    if (highest == null || value.value() > highest.value()) {
      highest = value;
    }
  }

  /** What is told beside the number of runs, what matters most first. */
  private List<String> parts(Progress progress) {
    double seconds = (System.nanoTime() - started) * 1e-9;
    double rate = progress.made() / seconds;
    List<String> parts = new ArrayList<>();
    parts.add(progress.failed() + " failed");
    parts.add(span((progress.planned() - progress.done()) / rate) + " left");
    parts.add(String.format(Locale.ROOT, "%.3g runs/s", rate));
    if (highest != null) {
      parts.add(
          study.measures().get(watch).name()
              + " "
              + inWords(lowest)
              + " to "
              + inWords(highest));
    }
    return parts;
  }

  private static String inWords(Extreme extreme) {
    return String.format(
        Locale.ROOT, "%.4g (%d/%d)", extreme.value(), extreme.point(), extreme.replication());
  }

  /**
   * As many parts as there is room for, whole ones only. Where the extremes of a measure do not fit
   * with their points, they are told without.
   */
  static String fitting(List<String> parts, int room) {
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      String before = line.isEmpty() ? "" : ", ";
      for (String form : List.of(part, part.replaceAll(" \\(\\d+/\\d+\\)", ""))) {
        if (line.length() + before.length() + form.length() <= room) {
          line.append(before).append(form);
          break;
        }
      }
    }
    return line.toString();
  }

  /** A span of time in words, for instance {@code 2 min 5 s}. */
  static String span(double seconds) {
    Duration span = Duration.ofMillis((long) Math.ceil(seconds) * 1000);
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toMinutes() > 0
        ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
        : span.toSeconds() + " s";
  }

  /** Leaves the line clear for what comes next. */
  @Override
  public void close() {
    display.close();
  }

  private static final class None implements Display {
    @Override
    public void show(Progress progress, List<String> parts) {
      // nothing is wanted
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private static final class Plain implements Display {
    private final PrintStream err;
    private final long nanos;
    private long shown = System.nanoTime();

    Plain(PrintStream err, long nanos) {
      this.err = err;
      this.nanos = nanos;
    }

    @Override
    public void show(Progress progress, List<String> parts) {
      long now = System.nanoTime();
      if (now - shown >= nanos) {
        shown = now;
        err.println(progress.done() + " of " + progress.planned() + " runs, " + String.join(", ", parts));
      }
    }

    @Override
    public void close() {
      // lines end themselves
    }
  }

  private static final class Bar implements Display {
    private static final int MILLIS = 200;

    /** "runs 100% ││ / (0:00:00)  " and the column that stays free. */
    private static final int OTHER = 27;

    private static final int LEAST_BAR = 12;

    private ConsoleProgressBarConsumer console;
    private ProgressBar bar;

    @Override
    public void show(Progress progress, List<String> parts) {
      if (bar == null) {
        console = new ConsoleProgressBarConsumer(Output.terminal());
        bar =
            new ProgressBarBuilder()
                .setTaskName("runs")
                .setInitialMax(progress.planned())
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setConsumer(console)
                .setUpdateIntervalMillis(MILLIS)
                .hideEta()
                .clearDisplayOnFinish()
                .build();
      }
      bar.maxHint(progress.planned());
      bar.stepTo(progress.done());
      bar.setExtraMessage(" " + fitting(parts, room(progress)));
    }

    /** What the line has left beside the bar and the number of runs. */
    private int room(Progress progress) {
      int count = String.valueOf(progress.planned()).length();
      return console.getMaxRenderedLength() - OTHER - LEAST_BAR - 2 * count;
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }
}
