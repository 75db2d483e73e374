package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.io.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command explain prints, and what it refuses. */
class ExplainCommandTest {
  private static final Path EXAMPLE = Path.of("models/worked-example.yaml");
  private static final Path TEXTS = Path.of("src/test/resources/explain");

  @TempDir private Path folder;

  /** Buyer A of the worked example at its end, and of the one that starts from no bids. */
  @ParameterizedTest
  @CsvSource({"txt,", "json,--json", "tex,--latex"})
  void workedExample_isExplained(String ending, String option) throws IOException {
    assertExplained("worked-example-a." + ending, option, EXAMPLE, "A");
    assertExplained("from-nothing-a." + ending, option, EXAMPLE, "A", "--set", "initial-bids=[]");
    assertExplained(
        "from-nothing-c." + ending,
        option,
        EXAMPLE,
        "C",
        "--set",
        "initial-bids=[]",
        "--round",
        "1");
  }

  /** With the property datamarket.write the files are made anew. */
  private static void assertExplained(String file, String option, Object... words)
      throws IOException {
    List<Object> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(words));
    if (option != null) {
      all.add(option);
    }
    String printed = Shell.run(all.toArray()).done();
    if (Boolean.getBoolean("datamarket.write")) {
      Files.createDirectories(TEXTS);
      Files.writeString(TEXTS.resolve(file), printed);
    }
    assertThat(printed).isEqualTo(Files.readString(TEXTS.resolve(file)));
    if (file.endsWith("txt")) {
      assertThat(printed.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }
  }

  @Test
  void folderOfARun_saysWhatItsModelSays() {
    Path made = folder.resolve("made");
    Object[] model = {"models/quickstart.yaml", "--seed", "5", "--set", "buyers.count=60"};
    Shell.run("run", model[0], model[1], model[2], model[3], model[4], "--out", made, "--quiet")
        .done();
    for (String option : List.of("--json", "--latex", "--round=3")) {
      String ofFolder = Shell.run("explain", made, "buyer-7", option).done();
      String ofModel =
          Shell.run("explain", model[0], "buyer-7", model[1], model[2], model[3], model[4], option)
              .done();
      assertThat(ofFolder).isEqualTo(ofModel).contains("buyer");
    }
  }

  /** Before its turn nothing of the round has touched the first buyer, and the end is another. */
  @Test
  void turn_isExplainedBeforeTheBuyerBids() throws IOException {
    Object[] words = {"explain", EXAMPLE, "A", "--set", "initial-bids=[]", "--round", "1"};
    String before = Shell.run(with(words, "--turn")).done();
    assertThat(before)
        .startsWith("Buyer A (opt-out) in worked-example, seed 1, before its turn in round 1\n")
        .contains("It has no bids.");
    JsonNode then = new ObjectMapper().readTree(Shell.run(with(words, "--turn", "--json")).done());
    JsonNode end = new ObjectMapper().readTree(Shell.run(with(words, "--json")).done());
    assertThat(then.get("before_turn").booleanValue()).isTrue();
    assertThat(then.get("account").get("utility").doubleValue()).isZero();
    assertThat(then.get("now").get("utility_of_reply").doubleValue()).isPositive();
    assertThat(end.get("before_turn").booleanValue()).isFalse();
    assertThat(end.get("account").get("utility").doubleValue()).isNotZero();
    assertThat(Shell.run("explain", EXAMPLE, "A", "--turn").mistake())
        .isEqualTo("--turn means nothing without --round; expected the round whose turn it is");
    assertThat(Shell.run("explain", EXAMPLE, "A", "--round", "999", "--turn").mistake())
        .startsWith("%s: --round is 999, but the run ends with round ".formatted(EXAMPLE));
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }

  @Test
  void folderThatWasChanged_isNotExplained() throws IOException {
    Path made = folder.resolve("made");
    Shell.run("run", EXAMPLE, "--set", "initial-bids=[]", "--out", made, "--quiet").done();
    Path model = made.resolve("model.yaml");
    Files.writeString(model, Files.readString(model).replaceFirst("demand: 50", "demand: 49"));
    assertMistake(
        "model.yaml: was changed since the run was made; expected it as it was", made, "A");
  }

  /** The hash of another version of the program, with a manifest as that version would write it. */
  @Test
  void runThatComesOutDifferently_isNotExplained() throws IOException {
    Path made = folder.resolve("made");
    Shell.run("run", EXAMPLE, "--out", made, "--quiet").done();
    Path summary = made.resolve("summary.json");
    String before = Sha256.of(summary);
    Files.writeString(
        summary, Files.readString(summary).replaceFirst("(\"state_hash\" : \").", "$1x"));
    Path manifest = made.resolve("manifest.json");
    String text = Files.readString(manifest).replace(before, Sha256.of(summary));
    String open = text.substring(0, text.lastIndexOf(",\n  \"seal\""));
    String seal = new Sha256().add(open).hex();
    Files.writeString(manifest, "%s,\n  \"seal\" : \"%s\"\n}\n".formatted(open, seal));

    Shell.Outcome outcome = Shell.run("explain", made, "A");
    assertThat(outcome.exit()).isEqualTo(ExitCode.FAULT);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("the run comes out differently now: state_hash is ");
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void mistakes_areToldInOneLine() throws IOException {
    Path made = folder.resolve("made");
    Shell.run("run", EXAMPLE, "--out", made, "--quiet").done();
    Path study = folder.resolve("study");
    Shell.run(
            "sweep",
            "models/studies/equal-prices.yaml",
            "--set",
            "replications=1",
            "--out",
            study,
            "--quiet")
        .done();
    assertMistake("there is no buyer \"AA\"; expected A, B, C, D or E", EXAMPLE, "AA");
    assertMistake("did you mean \"buyer-17\"?", "models/quickstart.yaml", "buyer17");
    assertMistake(
        "--round is 9, but the run ends with round 1 (converged); expected one from 1 to 1",
        EXAMPLE,
        "A",
        "--round",
        "9");
    assertMistake("--round is 9, but the run ends", made, "A", "--round", "9");
    assertMistake(
        "invalid value for '--round': \"0\"; expected a whole number from 1",
        EXAMPLE,
        "A",
        "--round",
        "0");
    assertMistake("is the folder of a study; expected that of a run", study, "A");
    assertMistake("is not the folder of a run", folder, "A");
    assertMistake("expected --seed and --set with a model file only", made, "A", "--seed", "2");
    assertMistake("--json and --latex are given both", EXAMPLE, "A", "--json", "--latex");
  }

  private static void assertMistake(String expected, Object... words) {
    List<Object> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(words));
    assertThat(Shell.run(all.toArray()).mistake()).contains(expected);
  }

  /** Names are text in formulas and JSON, whatever they hold. */
  @Test
  void namesOfAllKinds_areEscaped() throws IOException {
    Path model =
        Files.writeString(
            folder.resolve("m.yaml"),
            Files.readString(EXAMPLE)
                .replace("id: A,", "id: 'a_b%{$&#^~\\<c\"',")
                .replace("buyer: A,", "buyer: 'a_b%{$&#^~\\<c\"',")
                .replace("first", "'100%_first'"));
    String id = "a_b%{$&#^~\\<c\"";
    String latex = Shell.run("explain", model, id, "--latex").done();
    assertThat(latex).contains("\\text{100\\%\\_first}").doesNotContain("\\text{100%");
    JsonNode json = new ObjectMapper().readTree(Shell.run("explain", model, id, "--json").done());
    assertThat(json.path("buyer").asText()).isEqualTo(id);
    assertThat(json.at("/now/share").asDouble()).isEqualTo(25);
  }
}
