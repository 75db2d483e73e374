package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever slips of the keyboard do to the shipped models, the reader either takes the file, and
 * then its effective model too, or says in one line what is wrong; it never throws anything else.
 */
class MutatedModelFilesTest {
  private static final Path MODELS = Path.of("models");
  private static final int MUTANTS = 300;
  private static final List<String> SLIPS =
      List.of(
          "",
          " ",
          "  ",
          "\n",
          ":",
          ": ",
          "-",
          "- ",
          "{",
          "}",
          "[",
          "]",
          ",",
          "#",
          "\"",
          "'",
          "&",
          "*",
          "!",
          "?",
          "|",
          ">",
          "%",
          "@",
          "`",
          "~",
          "0",
          "-1",
          "1e400",
          ".nan",
          "null",
          "true",
          "x",
          "\t",
          "é",
          "\u0000",
          "\uFEFF",
          "---\n",
          "...\n",
          "<<: ",
          "99999999999");

  @TempDir private Path folder;

  @Test
  void mutatedModel_isReadOrExplained() throws Exception {
    int read = 0;
    int refused = 0;
    for (Path file : ShippedModelsTest.models()) {
      copyTables();
      String text = Files.readString(file);
      Random random = new Random(file.getFileName().toString().hashCode());
      for (int n = 0; n < MUTANTS; n++) {
        boolean accepted = isReadOrExplained(mutated(text, random));
        read += accepted ? 1 : 0;
        refused += accepted ? 0 : 1;
      }
    }
    assertThat(read).as("mutants read").isGreaterThan(100);
    assertThat(refused).as("mutants refused").isGreaterThan(1000);
  }

  @Test
  void mutatedTable_isReadOrExplained() throws Exception {
    String text = Files.readString(MODELS.resolve("own-data.yaml"));
    Random random = new Random(11);
    for (String table : List.of("buyers.csv", "sellers.csv", "reach.csv")) {
      copyTables();
      Path file = folder.resolve("own-data").resolve(table);
      String rows = Files.readString(file);
      for (int n = 0; n < MUTANTS; n++) {
        Files.writeString(file, mutated(rows, random));
        isReadOrExplained(text);
      }
    }
  }

  private void copyTables() throws Exception {
    Path target = Files.createDirectories(folder.resolve("own-data"));
    for (String table : List.of("buyers.csv", "sellers.csv", "reach.csv")) {
      Files.writeString(
          target.resolve(table), Files.readString(MODELS.resolve("own-data").resolve(table)));
    }
  }

  private boolean isReadOrExplained(String yaml) throws Exception {
    try {
      ModelFile model = Drawn.model(folder, yaml);
      Path effective =
          Files.writeString(folder.resolve("own-data/effective.yaml"), model.effectiveYaml());
      assertThat(ModelFile.read(effective, List.of()).effectiveYaml())
          .isEqualTo(model.effectiveYaml());
      return true;
    } catch (UserMistake e) {
      assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("\r").contains(": ");
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError("thrown for this file:\n" + yaml, e);
    }
  }

  private static String mutated(String text, Random random) {
    if (random.nextInt(4) == 0) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
      return String.join("\n", lines) + "\n";
    }
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(4));
    return text.substring(0, from) + SLIPS.get(random.nextInt(SLIPS.size())) + text.substring(to);
  }
}
