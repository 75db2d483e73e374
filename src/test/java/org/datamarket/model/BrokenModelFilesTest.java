package org.datamarket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake in a file gets one line that says where it is, what it is and what was expected.
 */
class BrokenModelFilesTest {
  private static final Path BROKEN = Path.of("src/test/resources/broken");

  /** The files and their messages, as messages.tsv lists them. */
  static Stream<String[]> files() throws IOException {
    return Files.readAllLines(BROKEN.resolve("messages.tsv")).stream()
        .map(line -> line.split("\t", 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void brokenFile_oneLineSaysWhatIsWrong(String file, String message) {
    assertThat(mistake(BROKEN.resolve(file)).replace(BROKEN + "/", "")).isEqualTo(message);
  }

  @Test
  void everyBrokenFileIsListed_andThereAreMany() throws IOException {
    try (Stream<Path> all = Files.list(BROKEN)) {
      List<String> names =
          all.map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      assertThat(files().map(line -> line[0]).sorted().toList())
          .isEqualTo(names)
          .hasSizeGreaterThan(100);
    }
  }

  @Test
  void everyMessage_isOneLineAndNamesItsPlace() throws IOException {
    assertThat(files().map(line -> line[1]))
        .allSatisfy(
            message ->
                assertThat(message)
                    .matches("[a-z0-9-]+\\.(yaml(:\\d+:\\d+)?|csv(:\\d+(:\\d+)?)?): .*[^.]"));
  }

  @Test
  void missingFile_isNamed(@TempDir Path folder) {
    Path file = folder.resolve("nowhere.yaml");
    assertThat(mistake(file)).isEqualTo(file + ": there is no file " + file);
  }

  @Test
  void directory_isRefused(@TempDir Path folder) {
    assertThat(mistake(folder))
        .isEqualTo(folder + ": " + folder + " is a directory; expected a file");
  }

  @Test
  void fileInsteadOfFolder_isRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "format: 1\n");
    assertThat(mistake(file.resolve("b.yaml"))).contains("cannot be read: ").doesNotContain("\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          buyers.demnd=3                        | unknown key "demnd"; expected name, count, demand, valuation, budget, isp-price, strategy or reach; did you mean "demand"?
          bayers.demand=3                       | unknown key "bayers"; expected format, name, description, seed, epsilon, currency, ties, activation, order, round-limit, supply-demand-ratio, mechanism, isp, buyers, sellers, users, reach or initial-bids; did you mean "buyers"?
          epsilon                               | is not an override; expected PATH=VALUE, such as epsilon=0.1
          =3                                    | is not an override; expected PATH=VALUE, such as epsilon=0.1
          epsilon=                              | epsilon is empty; expected a number of at least 0 ($)
          epsilon=-1                            | epsilon is -1; expected a number of at least 0 ($)
          epsilon={                             | not valid YAML: expected the node content, but found '<stream end>' (while parsing a flow node)
          buyers..demand=3                      | "buyers..demand" is not a path; expected names with dots between them, and [0] for an entry of a list
          [0].demand=3                          | "[0].demand" is not a path; expected names with dots between them, and [0] for an entry of a list
          buyers[0].demand=3                    | buyers is a mapping, not a list; expected a name after it, not [0]
          sellers.quantity=3                    | sellers is a list of 2 without one named "quantity"; expected a name, sellers[0] for its first entry or sellers[*] for all, before .quantity
          sellers[2].quantity=3                 | sellers has no entry [2]; expected [0] to [1]
          sellers[0].quantity.constant=3        | sellers[0].quantity is 4, which has no part "constant"; expected sellers[0].quantity=VALUE
          sellers[*].quantity=-1                | quantity is -1; expected a number above 0 (GB)
          format=2                              | format is 2; expected 1
          buyers={csv: nowhere.csv}             | there is no file nowhere.csv
          """)
  void override_isNamedInItsMistake(String override, String message, @TempDir Path folder)
      throws Exception {
    String yaml =
        """
        format: 1
        buyers: {count: 3}
        sellers:
          - {id: S1, quantity: 4}
          - {id: S2, quantity: 5}
        """;
    assertThat(Drawn.mistake(folder, yaml, override))
        .isEqualTo("--set " + override + ": " + message);
  }

  private static String mistake(Path file) {
    UserMistake mistake =
        catchThrowableOfType(UserMistake.class, () -> ModelFile.read(file, List.of()));
    assertThat(mistake).as("a mistake in " + file).isNotNull();
    return mistake.getMessage();
  }
}
