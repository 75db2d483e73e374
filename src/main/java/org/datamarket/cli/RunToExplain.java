package org.datamarket.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.datamarket.cli.option.ModelChoice;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.model.file.InputText;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.population.Inputs;
import org.datamarket.output.EffectiveModel;
import org.datamarket.output.Summary;
import org.datamarket.output.folder.FolderKind;
import org.datamarket.output.folder.Manifest;
import org.datamarket.run.Run;
import org.datamarket.simulation.DataMarket;
import org.datamarket.simulation.FixedModel;

/**
 * A run that is played, to be looked at: that of a model, or again the one whose folder it is.
 *
 * @param name what its user called it
 * @param model with its seed
 * @param stateHash what it must come out with; empty if it was never made
 */
record RunToExplain(Path name, ModelFile model, Optional<String> stateHash) {

  /**
   * The run that a model file or a run's folder stands for.
   *
   * @throws UserMistake if it is neither, or a folder is given with another seed or other values
   */
  static RunToExplain of(Path name, ModelChoice choice) throws IOException, UserMistake {
    if (!Files.isDirectory(name)) {
      return new RunToExplain(
          name, choice.read(InputText.given(name)).ofAuctions(name), Optional.empty());
    }
    Optional<FolderKind> kind = Manifest.kindOf(name);
    Optional<String> hash = Summary.stateHash(name);
    Path model = name.resolve(EffectiveModel.FILE);
    if (kind.isPresent() && kind.get() != FolderKind.RUN) {
      throw new UserMistake(
          name,
          "is the folder of %s; expected that of a run: \"datamarket replay\" makes one of a row"
              .formatted(kind.get().phrase()));
    }
    if (kind.isEmpty() || hash.isEmpty() || !Files.isRegularFile(model)) {
      throw new UserMistake(
          name, "is not the folder of a run; expected one that \"datamarket run\" wrote");
    }
    if (choice.isGiven()) {
      throw new UserMistake(
          name,
          "is the folder of a run, which has its seed and values; expected --seed and --set with a"
              + " model file only");
    }
    Optional<Path> changed = Manifest.changed(name, RunToExplain::isPlayedFrom);
    if (changed.isPresent()) {
      throw new UserMistake(
          changed.get(),
          "was changed since the run was made; expected it as it was, or a model file instead of"
              + " the folder");
    }
    return new RunToExplain(name, ModelFile.read(model, List.of()).ofAuctions(name), hash);
  }

  private static boolean isPlayedFrom(String file) {
    return file.equals(EffectiveModel.FILE)
        || file.equals(Summary.FILE)
        || file.startsWith("%s/".formatted(Inputs.FOLDER));
  }

  /** Draws the market, before its first round. */
  Run begin() throws UserMistake {
    try {
      return Run.of(model.seed(), new FixedModel(model.draw()), DataMarket.Options.DEFAULT);
    } catch (IllegalArgumentException refused) {
      throw new UserMistake(name, refused.getMessage());
    }
  }

  /** In what the run that was played differs from the one whose folder it is, in a sentence. */
  Optional<String> difference(DataMarket played) {
    return stateHash
        .filter(hash -> !hash.equals(played.stateHash()))
        .map(
            hash ->
                Words.message(
                    "%s: the run comes out differently now: state_hash is %s, and was %s; its files"
                            .formatted(name, played.stateHash(), Words.shortened(hash))
                        + " were changed since, or another version of the program wrote them"));
  }
}
