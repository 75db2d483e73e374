package org.datamarket.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say which folder a run is written into. */
public final class Target {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write; by default a new one under output/.")
  private Path out;

  @Option(
      names = "--force",
      description = "Replaces the folder if an earlier run wrote all that is in it.")
  private boolean force;

  /** The folder asked for, or the first free one of output/NAME-SEED, output/NAME-SEED-2, … */
  public Path folder(String name, long seed) {
    return OutputNames.folder(out, name, seed);
  }

  /** Whether an earlier run's folder is replaced. */
  public boolean force() {
    return force;
  }
}
