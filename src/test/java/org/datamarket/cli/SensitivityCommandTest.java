package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sensitivity analyses of real markets, from the command line to the table. */
class SensitivityCommandTest {
  @TempDir private Path folder;
  private Path study;

  @BeforeEach
  void studyFile() throws IOException {
    Files.copy(Path.of("models/quickstart.yaml"), folder.resolve("m.yaml"));
    study = folder.resolve("s.yaml");
    Files.writeString(
        study,
        """
        format: 1
        model: m.yaml
        set: {buyers.count: 8, sellers.count: 2, reach: full, epsilon: 1}
        factors:
          supply-demand-ratio: {from: 0.3, to: 0.9}
          sellers.strategy: [fixed, progressive]
          currency: [A, B]
        replications: 2
        measures: [welfare, supply]
        """);
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private Shell.Outcome sensitivity(Path out, Object... more) {
    List<Object> words = new ArrayList<>(List.of("sensitivity", study, "--out", out));
    words.addAll(List.of(more));
    return Shell.run(words.toArray());
  }

  private static List<String> line(Path out, String begin) throws IOException {
    return Files.readAllLines(out.resolve("sensitivity.csv")).stream()
        .filter(line -> line.startsWith(begin))
        .map(line -> List.of(line.split(",", -1)))
        .findFirst()
        .orElseThrow();
  }

  /** The supply is its ratio to the demand, which is the same at every point: 0.6 of it in all. */
  @Test
  void morris_supply_dependsOnItsRatioAlone() throws IOException {
    String told = sensitivity(at("o"), "--samples", 4).done();
    assertThat(told).contains("supply: change from one end of a factor to the other, GB");
    List<String> ratio = line(at("o"), "supply,supply-demand-ratio");
    double effect = Double.parseDouble(ratio.get(3));
    assertThat(effect).isPositive().isEqualTo(Double.parseDouble(ratio.get(2)));
    assertThat(Double.parseDouble(ratio.get(6))).isLessThan(1e-9 * effect);
    assertThat(Double.parseDouble(line(at("o"), "supply,sellers.strategy").get(3))).isZero();
    assertThat(Double.parseDouble(line(at("o"), "welfare,supply-demand-ratio").get(3)))
        .isPositive();
    assertThat(Double.parseDouble(line(at("o"), "welfare,currency").get(3))).isZero();
    assertThat(at("o/charts/sensitivity-welfare.svg")).exists();
    assertThat(at("o/runs.csv")).exists();
  }

  /** The estimates miss by about 3 / n with n blocks. */
  @Test
  void sobol_supply_hasAllItsVarianceFromItsRatio() throws IOException {
    Object[] words = {
      "--method", "sobol", "--samples", 63, "--measure", "supply", "--set", "replications=1"
    };
    sensitivity(at("o"), words).done();
    List<String> ratio = line(at("o"), "supply,supply-demand-ratio");
    assertThat(Double.parseDouble(ratio.get(2))).isBetween(0.95, 1.05);
    assertThat(Double.parseDouble(ratio.get(5))).isBetween(0.95, 1.05);
    assertThat(Double.parseDouble(line(at("o"), "supply,currency").get(5))).isZero();
  }

  @Test
  void analysis_otherThreadsOrGoneOnWith_isTheSameBytes() throws IOException {
    sensitivity(at("one"), "--samples", 3, "--threads", 1).done();
    sensitivity(at("two"), "--samples", 3, "--threads", 2).done();
    String table = Files.readString(at("one/sensitivity.csv"));
    assertThat(Files.readString(at("two/sensitivity.csv"))).isEqualTo(table);
    List<String> journal = Files.readAllLines(at("two/journal.jsonl"));
    Files.write(at("two/journal.jsonl"), journal.subList(0, journal.size() / 2));
    sensitivity(at("two"), "--samples", 3, "--resume").done();
    assertThat(Files.readString(at("two/sensitivity.csv"))).isEqualTo(table);
  }

  /** The report is made with the results, and again from the tables alone. */
  @Test
  void report_isOnTheResults() throws IOException {
    sensitivity(at("o"), "--samples", 3).done();
    Path report = at("o/report.html");
    String page = Files.readString(report);
    assertThat(page).contains("\"sensitivity\":{\"method\":\"morris\"");
    assertThat(page).contains(line(at("o"), "welfare,supply-demand-ratio").get(3));
    Files.delete(report);
    Shell.run("report", at("o")).done();
    assertThat(Files.readString(report)).isEqualTo(page);
    Path table = at("o/sensitivity.csv");
    Files.writeString(
        table, Files.readString(table).replace("welfare,currency", "welfare,weather"));
    assertThat(Shell.run("report", at("o")).err())
        .contains("sensitivity.csv:4: \"weather\" is no factor of this study")
        .hasLineCount(1);
    sensitivity(at("none"), "--samples", 2, "--no-report").done();
    assertThat(at("none/report.html")).doesNotExist();
    assertThat(at("none/sensitivity.csv")).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --method sobl         | --method sobl: is no method; expected morris or sobol; did you mean "sobol"?
          --samples 1           | --samples 1: is too few; expected 2 or more
          --bootstrap 0         | --bootstrap 0: is too few; expected 1 or more
          --measure welfaer     | --measure welfaer: is no measure of the study; expected welfare or supply; did you mean "welfare"?
          """)
  void mistake_isOneLine(String words, String message) {
    Shell.Outcome outcome = sensitivity(at("o"), (Object[]) words.split(" "));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("datamarket: " + message + "\n");
    assertThat(at("o")).doesNotExist();
  }

  @Test
  void oneFactor_isRefused() throws IOException {
    Files.writeString(study, "format: 1\nmodel: m.yaml\nfactors: {epsilon: [1, 2]}\n");
    Shell.Outcome outcome = sensitivity(at("o"));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).startsWith("datamarket: " + study + ":").contains("factor");
    assertThat(at("o")).doesNotExist();
  }
}
