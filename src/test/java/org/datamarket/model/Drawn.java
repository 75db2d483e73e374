package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.market.Reach;
import org.datamarket.model.file.ModelFile;
import org.datamarket.model.population.Inputs;

/** What tests of model files share. */
final class Drawn {
  private Drawn() {}

  /** Reads a model from its text. */
  static ModelFile model(Path folder, String yaml, String... overrides) throws Exception {
    Path file = Files.createDirectories(folder).resolve("test-model.yaml");
    Files.writeString(file, yaml);
    return ModelFile.read(file, List.of(overrides));
  }

  /** The mistake in a model's text. */
  static String mistake(Path folder, String yaml, String... overrides) throws Exception {
    try {
      model(folder, yaml, overrides);
      return "no mistake";
    } catch (UserMistake e) {
      return e.getMessage().replace(folder + "/", "");
    }
  }

  /** Writes the effective model and its tables into a folder, and reads it from there. */
  static ModelFile again(Path folder, ModelFile model) throws Exception {
    Path file = Files.createDirectories(folder).resolve("effective.yaml");
    Files.writeString(file, model.effectiveYaml());
    for (Path input : model.inputs()) {
      Path inputs = Files.createDirectories(folder.resolve(Inputs.FOLDER));
      Files.copy(input, inputs.resolve(input.getFileName()));
    }
    return ModelFile.read(file, List.of());
  }

  /** Each buyer's sellers, as one list of lists. */
  static List<List<Integer>> lists(Reach reach) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int buyer = 0; buyer < reach.buyers(); buyer++) {
      List<Integer> list = new ArrayList<>();
      for (int k = 0; k < reach.degree(buyer); k++) {
        list.add(reach.seller(buyer, k));
      }
      lists.add(list);
    }
    return lists;
  }

  /** Asserts that two drawn markets are the same in every respect. */
  static void assertSame(MarketModel one, MarketModel other) {
    assertThat(other.buyers()).isEqualTo(one.buyers());
    assertThat(other.sellers()).isEqualTo(one.sellers());
    assertThat(lists(other.reach())).isEqualTo(lists(one.reach()));
    assertThat(other.reach().sellers()).isEqualTo(one.reach().sellers());
    assertThat(List.of(other.name(), other.description(), other.currency()))
        .isEqualTo(List.of(one.name(), one.description(), one.currency()));
    assertThat(
            List.<Object>of(
                other.seed(),
                other.epsilon(),
                other.ties(),
                other.activation(),
                other.roundLimit()))
        .isEqualTo(
            List.<Object>of(
                one.seed(), one.epsilon(), one.ties(), one.activation(), one.roundLimit()));
  }
}
