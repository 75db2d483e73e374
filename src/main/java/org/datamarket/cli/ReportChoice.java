package org.datamarket.cli;

import org.datamarket.output.folder.Content;
import picocli.CommandLine.Option;

/** The option to do without the report. */
final class ReportChoice {
  @Option(names = "--no-report", description = "Writes no report.html.")
  private boolean none;

  /** Whether there is to be one. */
  boolean isWanted() {
    return !none;
  }

  /** Writes the report, if it is wanted. */
  void write(Content report, Drawings drawings) {
    if (!none) {
      drawings.report(report);
    }
  }
}
