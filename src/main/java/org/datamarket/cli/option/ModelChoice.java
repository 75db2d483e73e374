package org.datamarket.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.datamarket.document.UserMistake;
import org.datamarket.gui.OpenedModel;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.ModelFile;
import picocli.CommandLine.Option;

/** The options that say how a model differs from its file. */
public final class ModelChoice {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed, any 64-bit whole number; by default the model's.")
  private Long seed;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a value of the model, for instance buyers.count=50; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  /** Whether anything is to differ. */
  public boolean isGiven() {
    return seed != null || !overrides.isEmpty();
  }

  /** The options again but for the seed, as words of a command line. */
  public List<String> words() {
    return overrides.stream().flatMap(override -> Stream.of("--set", override)).toList();
  }

  /** The seed, if one was given. */
  public Optional<Long> seed() {
    return Optional.ofNullable(seed);
  }

  /** Reads a model, to be run. */
  public ModelFile read(InputText text) throws UserMistake {
    ModelFile model = ModelFile.read(text, overrides);
    return seed == null ? model : model.withSeed(seed);
  }

  /** Reads a model, to be seen. */
  public OpenedModel open(Path file) throws UserMistake {
    return seeded(OpenedModel.read(file, overrides));
  }

  /** The quickstart, to be seen. */
  public OpenedModel openQuickstart() throws UserMistake {
    return seeded(OpenedModel.quickstart(overrides));
  }

  private OpenedModel seeded(OpenedModel model) throws UserMistake {
    return seed == null ? model : model.withSeed(seed);
  }
}
