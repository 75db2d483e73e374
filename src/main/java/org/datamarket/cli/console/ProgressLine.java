package org.datamarket.cli.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far work is, on the error stream: one line of a terminal, written over again and again, and a
 * new line from time to time elsewhere.
 */
final class ProgressLine implements AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(100);

  private final Display display;
  private final long nanos;
  private long shown;

  /**
   * How far work is.
   *
   * @param done how much is done, of what is planned
   * @param planned how much there is to do; 0 if nobody knows
   * @param inWords both
   * @param parts what else is told, what matters most first
   */
  record Step(long done, long planned, String inWords, List<String> parts) {
    private List<String> all() {
      List<String> all = new ArrayList<>(List.of(inWords));
      all.addAll(parts);
      return all;
    }
  }

  /** Where it is shown. */
  private interface Display {
    void show(Step step);

    /** Leaves the line clear for what comes next. */
    void close();
  }

  private ProgressLine(Display display, Duration every, long shown) {
    this.display = display;
    this.nanos = every.toNanos();
    this.shown = shown;
  }

  /**
   * On this process's error stream.
   *
   * @param every how often there is a line where that is no terminal
   * @param quiet whether to show nothing
   */
  static ProgressLine onErrorStream(Duration every, boolean quiet) {
    if (quiet || System.console() == null) {
      return plain(quiet ? new PrintStream(PrintStream.nullOutputStream()) : System.err, every);
    }
    return new ProgressLine(new Terminal(), ON_TERMINAL, System.nanoTime() - ON_TERMINAL.toNanos());
  }

  /** In lines on a stream, the first when some time has passed. */
  static ProgressLine plain(PrintStream err, Duration every) {
    return new ProgressLine(new Plain(err), every, System.nanoTime());
  }

  /** Shows how far the work is, if it is time to. */
  void show(Supplier<Step> step) {
    long now = System.nanoTime();
    if (now - shown >= nanos) {
      shown = now;
      display.show(step.get());
    }
  }

  @Override
  public void close() {
    display.close();
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

  private record Plain(PrintStream err) implements Display {
    @Override
    public void show(Step step) {
      err.println(String.join(", ", step.all()));
    }

    @Override
    public void close() {
      // lines end themselves
    }
  }

  /** What is printed next begins where the progress stood, not below it. */
  private static final class ClearedLine extends ConsoleProgressBarConsumer {
    private final PrintStream err;

    ClearedLine(PrintStream err) {
      super(err);
      this.err = err;
    }

    @Override
    public void close() {
      err.print("\r");
      err.flush();
    }
  }

  /** A bar where it is known how much there is to do, and words alone where it is not. */
  private static final class Terminal implements Display {
    private static final int MILLIS = 200;

    /** "runs 100% ││ / (0:00:00) " and the column that stays free. */
    private static final int OTHER = 27;

    private static final int LEAST_BAR = 12;

    private ConsoleProgressBarConsumer console;
    private ProgressBar bar;

    @Override
    public void show(Step step) {
      if (bar == null) {
        bar = begin(step);
      }
      if (step.planned() > 0) {
        bar.maxHint(step.planned());
        bar.setExtraMessage(" " + fitting(step.parts(), room(step)));
      } else {
        bar.setExtraMessage(fitting(step.all(), console.getMaxRenderedLength()));
      }
      bar.stepTo(step.done());
    }

    private ProgressBar begin(Step step) {
      console = new ClearedLine(RememberingStream.terminal());
      ProgressBarBuilder builder =
          new ProgressBarBuilder()
              .setTaskName("runs")
              .setInitialMax(step.planned())
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setConsumer(console)
              .setUpdateIntervalMillis(MILLIS)
              .hideEta()
              .clearDisplayOnFinish();
      if (step.planned() == 0) {
        builder.setRenderer((state, length) -> filled(state.getExtraMessage(), length));
      }
      return builder.build();
    }

    /** With blanks over what stood there before. */
    private static String filled(String text, int length) {
      return text + " ".repeat(Math.max(0, length - text.length()));
    }

    /** What the line has left beside the bar and the number of runs. */
    private int room(Step step) {
      int count = String.valueOf(step.planned()).length();
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
