package org.datamarket.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Study;
import org.datamarket.study.file.StudyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mistake in a study gets one line that says where it is, what it is and what was expected.
 */
class BrokenStudyFilesTest {
  private static final Path BROKEN = Path.of("src/test/resources/broken-studies");
  private static final Set<String> MODELS = Set.of("base.yaml", "broken-base.yaml");

  static Stream<String[]> files() throws IOException {
    return Files.readAllLines(BROKEN.resolve("messages.tsv")).stream()
        .map(line -> line.split("\t", 2));
  }

  private static String mistake(Path file, String... overrides) {
    UserMistake mistake =
        catchThrowableOfType(UserMistake.class, () -> StudyFile.read(file, List.of(overrides)));
    assertThat(mistake).as("the mistake in %s", file).isNotNull();
    return mistake.getMessage();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void brokenFile_oneLineSaysWhatIsWrong(String file, String message) {
    assertThat(mistake(BROKEN.resolve(file)).replace(BROKEN + "/", "")).isEqualTo(message);
  }

  @Test
  void everyWrongLevel_isTold() {
    UserMistake several =
        catchThrowableOfType(
            UserMistake.class, () -> StudyFile.read(BROKEN.resolve("several.yaml"), List.of()));
    assertThat(several.lines().stream().map(line -> line.replace(BROKEN + "/", "")))
        .containsExactly(
            "several.yaml:4:13: epsilon is -1; expected a number of at least 0 ($)",
            "several.yaml:4:20: epsilon is -2; expected a number of at least 0 ($)",
            "several.yaml:5:18: count is x; expected a whole number from 0 to 10000000");
  }

  /** An override of what a factor sets would be without effect. */
  @Test
  void overrideOfAFactor_isRefused() {
    assertThat(mistake(Path.of("models/studies/convergence-phase.yaml"), "epsilon=2"))
        .isEqualTo(
            "--set epsilon=2: epsilon is set by a factor of the study, at"
                + " models/studies/convergence-phase.yaml:15:3; expected an override of its levels,"
                + " such as factors.epsilon=[…]");
  }

  @Test
  void everyWrongCell_isTold() {
    UserMistake several =
        catchThrowableOfType(
            UserMistake.class,
            () -> StudyFile.read(BROKEN.resolve("points-several.yaml"), List.of()));
    assertThat(several.lines().stream().map(line -> line.replace(BROKEN + "/", "")))
        .containsExactly(
            "several.csv:2: column \"epsilon\": epsilon is -1; expected a number of at least 0 ($)",
            "several.csv:2: column \"buyers.count\": count is x; expected a whole number from 0 to"
                + " 10000000",
            "several.csv:4: column \"epsilon\" is empty; expected a level",
            "several.csv:5: is the same point as several.csv:3; expected it once");
  }

  /** What the command line says takes the place of what the file sets. */
  @ParameterizedTest
  @ValueSource(
      strings = {"factors.epsilon=[1, 2]", "epsilon=7", "buyers={count: 4}", "limits.rounds=9"})
  void override_mayReplaceWhatTheFileSets(String override, @TempDir Path folder) throws Exception {
    Files.copy(BROKEN.resolve("base.yaml"), folder.resolve("base.yaml"));
    Path study = folder.resolve("study.yaml");
    Files.writeString(
        study, "format: 1\nmodel: base.yaml\nset: {epsilon: 3, buyers.count: 2, round-limit: 8}\n");
    assertThat(effective(study, List.of(override))).isNotEqualTo(effective(study, List.of()));
  }

  private static String effective(Path file, List<String> overrides) throws UserMistake {
    Study study = StudyFile.read(file, overrides);
    return study.effectiveYaml() + study.model().effectiveYaml();
  }

  @Test
  void overrideOfALimit_namesIt(@TempDir Path folder) throws IOException {
    Files.copy(BROKEN.resolve("base.yaml"), folder.resolve("base.yaml"));
    Path study = folder.resolve("study.yaml");
    Files.writeString(study, "format: 1\nmodel: base.yaml\nlimits: {rounds: 100}\n");
    assertThat(mistake(study, "round-limit=5"))
        .isEqualTo(
            "--set round-limit=5: round-limit is set by limits of the study, at "
                + study
                + ":3:10; expected --set limits.rounds=VALUE");
  }

  @Test
  void everyBrokenFileIsListed_andThereAreMany() throws IOException {
    try (Stream<Path> all = Files.list(BROKEN)) {
      List<String> names =
          all.map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") && !MODELS.contains(name))
              .sorted()
              .toList();
      assertThat(files().map(line -> line[0]).sorted().toList())
          .isEqualTo(names)
          .hasSizeGreaterThan(50);
    }
  }

  @Test
  void everyMessage_isOneLineAndNamesItsPlace() throws IOException {
    assertThat(files().map(line -> line[1]))
        .allSatisfy(
            message ->
                assertThat(message)
                    .matches("[a-z0-9-]+\\.(yaml(:\\d+:\\d+)?|csv(:\\d+)?): .*[^.]"));
  }

  @Test
  void missingFile_isNamed(@TempDir Path folder) {
    Path file = folder.resolve("nowhere.yaml");
    assertThat(mistake(file)).isEqualTo(file + ": there is no file " + file);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          epsilon=-1             | --set epsilon=-1: epsilon is -1; expected a number of at least 0 ($)
          replications=0         | --set replications=0: replications is 0; expected a whole number from 1 to 1000000
          factors.epsilon=[-1]   | --set factors.epsilon=[-1]: epsilon is -1; expected a number of at least 0 ($)
          factors.buyers.cuont=[1] | --set factors.buyers.cuont=[1]: no such part of the model: buyers.cuont: unknown key "cuont"; expected name, count, demand, valuation, budget, isp-price, strategy or reach; did you mean "count"?
          set.epsilon=x          | --set set.epsilon=x: epsilon is x; expected a number of at least 0 ($)
          epsilon                | --set epsilon: is not an override; expected PATH=VALUE, such as epsilon=0.1
          """)
  void override_isNamedInItsMistake(String override, String message, @TempDir Path folder)
      throws IOException {
    Files.copy(BROKEN.resolve("base.yaml"), folder.resolve("base.yaml"));
    Path study = folder.resolve("study.yaml");
    Files.writeString(study, "format: 1\nmodel: base.yaml\n");
    assertThat(mistake(study, override)).isEqualTo(message);
  }
}
