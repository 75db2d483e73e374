package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One-shot clearings from files and from standard input. */
class ClearCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/mechanism.jsonl");
  private static final String TIE =
      """
      {"sellers": [{"quantity": 100, "reserve": 0, "id": "S"}], "id": "tie",
       "bids": [[{"quantity": 60, "price": 4}], [{"quantity": 70, "price": 4}], [null]]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"proportional", "strict"})
  void everyLineOfTheReference(String ties) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> questions = Files.readAllLines(GOLDEN);
    List<String> answers = Shell.run("clear", GOLDEN, "--ties", ties).done().lines().toList();
    assertThat(answers).hasSameSizeAs(questions).hasSize(100);

    for (int k = 0; k < questions.size(); k++) {
      JsonNode question = mapper.readTree(questions.get(k));
      JsonNode answer = mapper.readTree(answers.get(k));
      JsonNode expected = question.get(ties);
      double scale = 0;
      for (JsonNode number : question.get("sellers").findValues("quantity")) {
        scale = Math.max(scale, number.asDouble());
      }
      double highest = 1;
      for (JsonNode number : question.get("bids").findValues("price")) {
        highest = Math.max(highest, number.asDouble());
      }
      assertThat(answer.get("ties").asText()).isEqualTo(ties);
      assertThat(answer.size()).isEqualTo(4);
      for (String part : List.of("allocation", "cost", "sellers")) {
        assertSame(
            answer.get(part),
            expected.get(part),
            1e-12 * scale * highest,
            question.get("id") + " " + part);
      }
    }
  }

  /** By the tie rule of the model, unless another is asked for. */
  @Test
  void modelFile_isClearedAsItBegins() throws IOException {
    Path model = Path.of("models/counterexamples/rational.yaml");
    JsonNode strict = new ObjectMapper().readTree(Shell.run("clear", model).done());
    assertThat(strict.get("ties").asText()).isEqualTo("strict");
    assertThat(strict.get("allocation").toString()).isEqualTo("[[0.0],[0.0]]");
    assertThat(strict.get("cost").toString()).isEqualTo("[[1.0],[1.0]]");
    JsonNode shared =
        new ObjectMapper().readTree(Shell.run("clear", model, "--ties", "proportional").done());
    assertThat(shared.get("ties").asText()).isEqualTo("proportional");
    assertThat(shared.get("allocation").toString()).isEqualTo("[[0.5],[0.5]]");
  }

  /** The same shape, and numbers that agree to 1e-9, or nearly where sums cancel. */
  private static void assertSame(JsonNode actual, JsonNode expected, double slack, String what) {
    if (expected.isNumber()) {
      assertThat(actual.asDouble())
          .as(what)
          .isCloseTo(expected.asDouble(), within(1e-9 * Math.abs(expected.asDouble()) + slack));
      return;
    }
    assertThat(actual.size()).as(what).isEqualTo(expected.size());
    expected
        .fieldNames()
        .forEachRemaining(key -> assertSame(actual.get(key), expected.get(key), slack, what));
    for (int k = 0; expected.isArray() && k < expected.size(); k++) {
      assertSame(actual.get(k), expected.get(k), slack, what);
    }
  }

  @Test
  void tie_sharedInProportionOrByWhatTheOtherLeaves() {
    byte[] tie = TIE.getBytes(StandardCharsets.UTF_8);
    String shared = Shell.runWith(tie, "clear", "-").done();
    assertThat(shared).startsWith("{\"ties\":\"proportional\",\"allocation\":[[46.15384615384615");
    assertThat(shared).contains("],[0.0]]", "\"sold\":100.0");
    assertThat(Shell.runWith(tie, "clear", "--ties=STRICT", "-").done())
        .startsWith("{\"ties\":\"strict\",\"allocation\":[[30.0],[40.0],[0.0]]")
        .contains("\"sold\":70.0");
  }

  @Test
  void severalObjects_oneAnswerALine() {
    byte[] three = (TIE + TIE.replace("\n", "") + "\n\n" + TIE).getBytes(StandardCharsets.UTF_8);
    assertThat(Shell.runWith(three, "clear", "-").done().lines()).hasSize(3).doesNotContain("");
  }

  @Test
  void table_isForPersons() throws IOException {
    Path file = Files.writeString(folder.resolve("bids.json"), TIE);
    assertThat(Shell.run("clear", file, "--table").done())
        .isEqualTo(
            """
            buyer   seller       gets GB       pays $         $/GB
            0       0            46.1538      64.6154        1.400
            1       0            53.8462      55.3846        1.029
            all     0            100.000      120.000        1.200
            """);
    Files.writeString(file, TIE + TIE);
    assertThat(Shell.run("clear", file, "--table").done())
        .contains("1.200\n\nbuyer ")
        .endsWith("1.200\n");
  }

  /** Under strict ties who gets nothing may yet pay, and that is to be seen. */
  @Test
  void table_showsWhoPaysForNothing() {
    assertThat(Shell.run("clear", "models/counterexamples/cost-integral.yaml", "--table").done())
        .contains("\n0       0            0.00000      1.00000 ")
        .contains("\n1       0            0.00000      1.00000 ");
  }

  @Test
  void goodLineBeforeABadOne_isAnsweredYet() {
    Shell.Outcome outcome =
        Shell.runWith((TIE + "{\"sellers\": 1}").getBytes(StandardCharsets.UTF_8), "clear", "-");
    assertThat(outcome.exit()).isEqualTo(ExitCode.MISTAKE);
    assertThat(outcome.out().lines()).hasSize(1);
    assertThat(outcome.err()).isEqualTo("datamarket: -:3:13: expected a list of sellers, not 1\n");
  }

  @Test
  void markOfUtf8_isPassedOver() throws IOException {
    Path file = Files.writeString(folder.resolve("bids.json"), "\uFEFF" + TIE);
    assertThat(Shell.run("clear", file).done().lines()).hasSize(1);
    byte[] marked = ("\uFEFF" + TIE).getBytes(StandardCharsets.UTF_8);
    assertThat(Shell.runWith(marked, "clear", "-").done().lines()).hasSize(1);
  }
}
