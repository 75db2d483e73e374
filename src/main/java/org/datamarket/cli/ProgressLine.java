package org.datamarket.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.datamarket.analysis.RoundMeasures;

/**
 * How far a run is, on the error stream: one line, written over ten times a second on a terminal,
 * and a new one every ten seconds elsewhere.
 */
final class ProgressLine {
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 10_000_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private final long started = System.nanoTime();
  private long shown;
  private int width;

  ProgressLine(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
    this.shown = terminal ? started - TERMINAL_NANOS : started;
  }

  /** On this process's error stream. */
  static ProgressLine onErrorStream() {
    boolean terminal = System.console() != null;
    return new ProgressLine(terminal ? Output.terminal() : System.err, terminal);
  }

  /** Shows the round that has ended, if it is time to. */
  void show(RoundMeasures round) {
    long now = System.nanoTime();
    if (now - shown >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
      shown = now;
      write(
          String.format(
              Locale.ROOT,
              "round %,d: %,d bids, %.1f s",
              round.round(),
              round.messages(),
              (now - started) * 1e-9));
    }
  }

  private void write(String text) {
    if (terminal) {
      err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      err.flush();
      width = text.length();
    } else {
      err.println(text);
    }
  }

  /** Leaves the line clear for what comes next. */
  void finish() {
    if (terminal && width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
      width = 0;
    }
  }
}
