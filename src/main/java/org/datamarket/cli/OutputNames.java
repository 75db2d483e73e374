package org.datamarket.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run writes when its user has not said where. */
final class OutputNames {
  private OutputNames() {}

  /** The folder asked for, or the first free one of output/NAME-SEED, output/NAME-SEED-2, … */
  static Path folder(Path asked, String model, long seed) {
    if (asked != null) {
      return asked;
    }
    String name = model.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
    Path first = Path.of("output", (name.isEmpty() ? "run" : name) + "-" + seed);
    Path free = first;
    for (int k = 2; Files.exists(free); k++) {
      free = first.resolveSibling(first.getFileName() + "-" + k);
    }
    return free;
  }
}
