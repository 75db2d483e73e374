package org.datamarket.cli.option;

import picocli.CommandLine.Option;

/** The option to say nothing. */
public final class Quiet {
  @Option(names = "--quiet", description = "Prints neither progress nor results.")
  private boolean quiet;

  /** Whether nothing is printed but what went wrong. */
  public boolean isAsked() {
    return quiet;
  }
}
