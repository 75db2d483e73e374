package org.datamarket.cli;

/** What the program says to the shell that called it. */
final class ExitCode {
  /** Done; also when a market does not converge, which is a result. */
  static final int DONE = 0;

  /** Our fault, or the machine's: a defect, a full disk. */
  static final int FAULT = 1;

  /** The user's mistake: told in one line. */
  static final int MISTAKE = 2;

  /** Stopped by Ctrl-C; what was written is kept, and whole. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
