package org.datamarket.cli;

import picocli.CommandLine.Option;

/** The option to say nothing. */
final class Quiet {
  @Option(names = "--quiet", description = "Prints neither progress nor results.")
  private boolean quiet;

  /** Whether nothing is printed but what went wrong. */
  boolean isAsked() {
    return quiet;
  }
}
