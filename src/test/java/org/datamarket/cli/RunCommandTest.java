package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datamarket.run.Played;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Markets run from the command line: every option, and the reference markets as model files. */
class RunCommandTest {
  private static final String TINY = "models/tuffin-ties.yaml";
  private static final String SMALL = "models/reproduction.yaml";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Shell.Outcome run(Object... words) {
    List<Object> all = new ArrayList<>(List.of("run"));
    all.addAll(List.of(words));
    return Shell.run(all.toArray());
  }

  private JsonNode summary(Path run) throws IOException {
    return new ObjectMapper().readTree(run.resolve("summary.json").toFile());
  }

  @Test
  void validate_warnsOfTiesAtNothing_andIsContent() throws Exception {
    Path model =
        Files.writeString(
            folder.resolve("free.yaml"),
            """
            format: 1
            buyers: {count: 3, demand: 5, valuation: {kind: parabolic, slope: 1}}
            sellers: {count: 2}
            """);
    Shell.Outcome result = Shell.run("validate", model);
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("free.yaml: ok, 3 buyers", "free.yaml: note: 3 of 3 buyers");
  }

  @Test
  void plain_printsTableVerdictAndPlace() throws IOException {
    String text = run(TINY, "--out", out()).done();
    assertThat(text)
        .startsWith("tuffin-ties · seed 1 · 4 buyers, 1 seller\n")
        .contains(
            "\n\n"
                + "converged after 2 rounds; a Nash equilibrium: no buyer can gain anything; 100.0"
                + " % of")
        .endsWith("\nWritten to " + out() + "\n");
    assertThat(Shell.tree(out()))
        .contains("summary.json", "rounds.csv", "buyers.csv", "sellers.csv", "bids.csv")
        .contains("model.yaml", "manifest.json", "charts/utilities.svg", "charts/utilities.png")
        .contains("report.html")
        .doesNotContain("trace.csv");
    assertThat(Shell.tree(folder)).noneMatch(name -> name.startsWith("."));
  }

  @Test
  void json_isTheSummaryAndNothingElse() throws IOException {
    Shell.Outcome outcome = run(TINY, "--json", "--out", out());
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEqualTo(Files.readString(out().resolve("summary.json")));
    assertThat(outcome.err()).isEqualTo("Written to " + out() + "\n");
  }

  @Test
  void quiet_printsNothing() {
    assertThat(run(TINY, "--quiet", "--out", out()).done()).isEmpty();
    assertThat(out().resolve("summary.json")).exists();
  }

  @Test
  void seedAndSet_areInTheSummaryAndTheEffectiveModel() throws IOException {
    run(
            SMALL,
            "--seed",
            "-7000000000",
            "--set",
            "epsilon=1",
            "--set=buyers.count=5",
            "--quiet",
            "--out",
            out())
        .done();
    JsonNode summary = summary(out());
    assertThat(summary.get("seed").asLong()).isEqualTo(-7_000_000_000L);
    assertThat(summary.get("epsilon").asDouble()).isEqualTo(1);
    assertThat(summary.get("buyers").asInt()).isEqualTo(5);
    assertThat(out().resolve("model.yaml")).content().contains("seed: -7000000000", "epsilon: 1");

    Path again = folder.resolve("again");
    run(out().resolve("model.yaml"), "--quiet", "--out", again).done();
    assertThat(Played.files(again)).isEqualTo(Played.files(out()));
  }

  @Test
  void set_ofASeed_countsUnlessSeedIsGivenToo() throws IOException {
    run(TINY, "--set", "seed=5", "--quiet", "--out", out()).done();
    assertThat(summary(out()).get("seed").asLong()).isEqualTo(5);
    run(TINY, "--set", "seed=5", "--seed", "6", "--quiet", "--force", "--out", out()).done();
    assertThat(summary(out()).get("seed").asLong()).isEqualTo(6);
  }

  @Test
  void noReport_writesNone() throws IOException {
    run(TINY, "--no-report", "--quiet", "--out", out()).done();
    assertThat(Shell.tree(out())).contains("summary.json").doesNotContain("report.html");
  }

  @Test
  void trace_writesEveryBid() throws IOException {
    run(TINY, "--trace", "--quiet", "--out", out()).done();
    assertThat(Files.readAllLines(out().resolve("trace.csv")))
        .hasSize(1 + summary(out()).get("messages").asInt());
  }

  @Test
  void force_replacesARunWholly() throws IOException {
    run(TINY, "--trace", "--quiet", "--out", out()).done();
    run(TINY, "--quiet", "--seed", "2", "--force", "--out", out()).done();
    assertThat(summary(out()).get("seed").asLong()).isEqualTo(2);
    assertThat(out().resolve("trace.csv")).doesNotExist();
    assertThat(Shell.tree(folder).stream().filter(name -> !name.contains("/")))
        .containsOnly("", "out");
  }

  @Test
  void ownTables_areCopiedAndRunAgain() throws IOException {
    run("models/own-data.yaml", "--quiet", "--out", out()).done();
    Path again = folder.resolve("again");
    run(out().resolve("model.yaml"), "--quiet", "--out", again).done();

    assertThat(Played.files(again)).isEqualTo(Played.files(out())).hasSizeGreaterThan(15);
    assertThat(out().resolve("buyers.csv")).content().startsWith("id,group,");
  }

  @Test
  void twice_sameBytesPicturesIncluded() throws IOException {
    Path other = folder.resolve("other");
    run(SMALL, "--quiet", "--out", out()).done();
    run(SMALL, "--quiet", "--out", other).done();
    assertThat(Played.files(other)).isEqualTo(Played.files(out())).hasSizeGreaterThan(10);
  }

  @Test
  void checkpoint_isKeptBesideTheFolderAndContinuedToTheSameBytes() throws IOException {
    run(SMALL, "--quiet", "--trace", "--checkpoint-every", "7", "--out", out()).done();
    Path checkpoint = folder.resolve("out.checkpoint");
    assertThat(checkpoint).isNotEmptyFile();
    Path restored = folder.resolve("restored");
    run(SMALL, "--quiet", "--trace", "--restore", checkpoint, "--out", restored).done();
    assertThat(Played.files(restored)).isEqualTo(Played.files(out()));

    String refused =
        checkpoint + ": is a checkpoint of another model, or of other settings of this one";
    Path none = folder.resolve("none");
    assertThat(run(SMALL, "--restore", checkpoint, "--seed", "2", "--out", none).mistake())
        .isEqualTo(refused);
    assertThat(run(SMALL, "--restore", checkpoint, "--set", "epsilon=1", "--out", none).mistake())
        .isEqualTo(refused);
    assertThat(run(TINY, "--restore", checkpoint, "--out", none).mistake()).isEqualTo(refused);
    assertThat(run(SMALL, "--restore", checkpoint, "--out", none).mistake())
        .isEqualTo(checkpoint + ": was kept with --trace, so restore it likewise");
    assertThat(none).doesNotExist();
  }

  @Test
  void notConverging_isAResult() throws IOException {
    assertThat(run(SMALL, "--set", "round-limit=2", "--out", out()).done())
        .contains("\nnot converged within the limit of 2 rounds; ");
    assertThat(summary(out()).get("status").asText()).isEqualTo("round-limit");
    assertThat(summary(out()).get("period").isNull()).isTrue();
    assertThat(run("models/fixed-reserve-cycles.yaml", "--force", "--out", out()).done())
        .containsPattern(
            "\ndoes not converge: the last \\d+ rounds of \\d+ repeat forever, a cycle; ");
    assertThat(summary(out()).get("period").asInt()).isGreaterThan(1);
  }

  @Test
  void strictTies_haveNoNashGap() throws IOException {
    String text = run(TINY, "--set", "ties=strict", "--out", out()).done();
    assertThat(text)
        .containsPattern("\n  Nash gap +–   +ε = ")
        .contains("under strict ties there is no exact best reply");
    assertThat(summary(out()).get("nash_gap").isNull()).isTrue();
    assertThat(summary(out()).get("epsilon_nash").isNull()).isTrue();
  }

  static Stream<JsonNode> multiSeller() {
    return GoldenFiles.cases("multi-seller.jsonl").stream();
  }

  static Stream<JsonNode> singleSeller() {
    return GoldenFiles.cases("single-seller.jsonl").stream();
  }

  @ParameterizedTest
  @MethodSource("multiSeller")
  void multiSellerReference(JsonNode golden) throws IOException {
    Path file = Files.writeString(folder.resolve("golden.yaml"), GoldenFiles.multiSeller(golden));
    run(file, "--quiet", "--out", out()).done();

    JsonNode summary = summary(out());
    assertThat(summary.get("status").asText()).isEqualTo(golden.get("status").asText());
    assertCounts(summary, golden);
    for (String measure : List.of("nash_gap", "welfare")) {
      assertClose(summary.get(measure).asDouble(), golden.get(measure).asDouble(), measure);
    }
    for (String measure : List.of("optimum", "efficiency")) {
      double expected = golden.get(measure).asDouble();
      assertThat(summary.get(measure).asDouble())
          .as(measure)
          .isCloseTo(expected, within(1e-6 * expected));
    }
    assertThat(summary.get("restricted_gap").asDouble())
        .isLessThanOrEqualTo(golden.get("epsilon").asDouble());
    Map<String, Map<String, String>> sellers = rows(out().resolve("sellers.csv"), "id");
    for (int j = 0; j < golden.get("sellers").size(); j++) {
      assertClose(
          number(sellers.get("s" + j), "final_reserve"),
          golden.get("reserves").get(j).asDouble(),
          "reserve");
    }
    assertBidsAndUtilities(golden);
  }

  @ParameterizedTest
  @MethodSource("singleSeller")
  void singleSellerReference(JsonNode golden) throws IOException {
    Path file = Files.writeString(folder.resolve("golden.yaml"), GoldenFiles.singleSeller(golden));
    run(file, "--quiet", "--out", out()).done();

    assertCounts(summary(out()), golden);
    assertBidsAndUtilities(golden);
  }

  private static void assertCounts(JsonNode summary, JsonNode golden) {
    assertThat(summary.get("rounds").asInt()).isEqualTo(golden.get("rounds").asInt());
    assertThat(summary.get("messages").asInt()).isEqualTo(golden.get("messages").asInt());
  }

  private void assertBidsAndUtilities(JsonNode golden) throws IOException {
    Map<String, Map<String, String>> bids = rows(out().resolve("bids.csv"), "buyer", "seller");
    Map<String, Map<String, String>> buyers = rows(out().resolve("buyers.csv"), "id");
    int live = 0;
    for (int i = 0; i < golden.get("buyers").size(); i++) {
      JsonNode row = golden.get("bids").get(i);
      boolean single = row.has("quantity");
      for (int j = 0; j < (single ? 1 : row.size()); j++) {
        JsonNode bid = single ? row : row.get(j);
        String what = "b" + i + " s" + j;
        Map<String, String> written = bids.get(what);
        if (bid.isNull() || bid.get("quantity").asDouble() == 0) {
          assertThat(written).as(what).isNull();
        } else {
          live++;
          assertClose(number(written, "quantity"), bid.get("quantity").asDouble(), what);
          assertClose(number(written, "price"), bid.get("price").asDouble(), what);
          assertClose(number(written, "allocation"), at(golden.get("allocation").get(i), j), what);
          assertClose(number(written, "cost"), at(golden.get("cost").get(i), j), what);
        }
      }
      assertClose(
          number(buyers.get("b" + i), "utility"),
          golden.get("utility").get(i).asDouble(),
          "utility of b" + i);
    }
    assertThat(bids).hasSize(live);
  }

  private static double at(JsonNode numbers, int seller) {
    return numbers.isArray() ? numbers.get(seller).asDouble() : numbers.asDouble();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static void assertClose(double actual, double expected, String what) {
    assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  /** The rows of a table, by their keys with a space between them; cells by column. */
  private static Map<String, Map<String, String>> rows(Path file, String... keys)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.get(0).split(",");
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int k = 0; k < columns.length; k++) {
        row.put(columns[k], cells[k]);
      }
      rows.put(String.join(" ", Stream.of(keys).map(row::get).toList()), row);
    }
    return rows;
  }
}
