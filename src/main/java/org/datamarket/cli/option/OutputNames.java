package org.datamarket.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.sweep.StudyFolder;

/** Where a run writes when its user has not said where. */
public final class OutputNames {
  private OutputNames() {}

  /** The folder asked for, or the first free one of output/NAME-SEED, output/NAME-SEED-2, … */
  public static Path folder(Path asked, String model, long seed) {
    if (asked != null) {
      return asked;
    }
    Path first = plain(model, seed);
    Path free = first;
    for (int k = 2; Files.exists(free); k++) {
      free = first.resolveSibling(first.getFileName() + "-" + k);
    }
    return free;
  }

  /**
   * The folder asked for, or output/NAME-SEED, whether it is there or not; a shard's has its name.
   */
  public static Path study(Path asked, Study study, Shard shard) {
    if (asked != null) {
      return asked;
    }
    Path whole =
        ofStudy(plain(study.name(), study.seed()), plain(study.name() + "-study", study.seed()));
    return shard.isWhole()
        ? whole
        : whole.resolveSibling(
            whole.getFileName() + "-shard-" + shard.index() + "-of-" + shard.count());
  }

  /** The usual folder, or another one where something else has the name: a run of that model. */
  public static Path ofStudy(Path usual, Path other) {
    boolean taken = Files.exists(usual) && !Files.exists(usual.resolve(StudyFolder.STUDY));
    return taken ? other : usual;
  }

  /** The folder asked for, or output/NAME-METHOD-SEED, whether it is there or not. */
  public static Path sensitivity(Path asked, Study study, SensitivityMethod method) {
    return asked != null ? asked : plain(study.name() + "-" + method.key(), study.seed());
  }

  private static Path plain(String model, long seed) {
    String name = model.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
    return Path.of("output", (name.isEmpty() ? "run" : name) + "-" + seed);
  }
}
