package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.datamarket.analysis.RunResult;
import org.datamarket.document.UserMistake;
import org.datamarket.model.PlayedDesign;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.NumberText;
import org.datamarket.run.Played;
import org.datamarket.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mechanisms compared on the markets of a model, from the command line. */
class CompareModelTest {
  private static final String TWO = "models/two-sellers.yaml";
  private static final List<String> FEW =
      List.of("--mechanisms", "waterfill,opt-out,lazar-semret", "--seeds", "4");

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private static Shell.Outcome compare(List<String> words, Object... more) {
    List<Object> all = new ArrayList<>(List.of("compare", TWO));
    all.addAll(words);
    all.addAll(List.of(more));
    return Shell.run(all.toArray());
  }

  /** The rows of a table, by column. */
  private static List<Map<String, String>> table(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      IntStream.range(0, cells.length).forEach(k -> row.put(names.get(k), cells[k]));
      rows.add(row);
    }
    return rows;
  }

  @Test
  void plain_printsATableAndWritesTheFolder() throws IOException {
    String text = compare(FEW, "--out", out()).done();
    assertThat(text)
        .startsWith(
            "two-sellers · 4 seeds from 1 · differences from opt-out with 95 % confidence"
                + " intervals\n\n  mechanism ")
        .contains("\n  waterfill ", " ± ", "\nSeconds per run: waterfill ")
        .endsWith("\nWritten to %s\n".formatted(out()));
    assertThat(text.lines().filter(line -> !line.startsWith("Written")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(Shell.tree(out()))
        .contains("compare.csv", "seeds.csv", "shares.csv", "report.html", "model.yaml");
    assertThat(Files.readString(out().resolve("manifest.json")))
        .contains("\"kind\" : \"comparison\"");
  }

  @Test
  void measureThatIsZeroButForRounding_isShownOnlyIfAskedFor() throws IOException {
    List<Object> words =
        new ArrayList<>(List.of("compare", "models/hong-kong.yaml", "--set", "users.count=60"));
    words.addAll(List.of("--mechanisms", "isp-split", "--no-report", "--out", out()));
    words.addAll(List.of("--seeds", "3"));
    assertThat(Shell.run(words.toArray()).done())
        .contains("isp_gain (HK$)")
        .doesNotContain("sellers_surplus");
    assertThat(table(out().resolve("compare.csv")))
        .filteredOn(row -> row.get("measure").equals("sellers_surplus"))
        .hasSize(1)
        .allMatch(row -> Double.parseDouble(row.get("sd")) > 0);
    words.addAll(List.of("--force", "--measures", "sellers_surplus"));
    assertThat(Shell.run(words.toArray()).done())
        .containsPattern("sellers_surplus \\(HK\\$\\)\n +isp-split +0\n");
    assertThat(
            compare(
                    List.of(
                        "--mechanisms",
                        "vcg",
                        "--seeds",
                        "1",
                        "--out",
                        folder.resolve("one").toString()))
                .done())
        .contains("sellers_surplus ($)")
        .doesNotContain("isp_gain");
  }

  @Test
  void threads_sameBytes() throws IOException {
    Path other = folder.resolve("other");
    assertThat(compare(FEW, "--quiet", "--threads", "1", "--out", out()).done()).isEmpty();
    assertThat(compare(FEW, "--quiet", "--threads", "3", "--out", other).done()).isEmpty();
    assertThat(Played.files(other)).isEqualTo(Played.files(out())).hasSizeGreaterThan(2);
  }

  /** Every run is that of the same market, played by itself under the mechanism. */
  @Test
  void runs_areThoseOfTheSamePeople() throws IOException, UserMistake {
    compare(FEW, "--quiet", "--out", out()).done();
    List<Map<String, String>> rows = table(out().resolve("seeds.csv"));
    assertThat(rows).hasSize(12);
    ModelFile model = ModelFile.read(Path.of(TWO), List.of());
    assertThat(rows.get(0)).containsEntry("seed", "1").containsEntry("mechanism", "waterfill");
    for (Map<String, String> row : rows) {
      PlayedDesign design =
          Arrays.stream(PlayedDesign.values())
              .filter(one -> one.key().equals(row.get("mechanism")))
              .findFirst()
              .orElseThrow();
      long seed = Long.parseLong(row.get("seed"));
      RunResult result = Run.toEnd(model.withSeed(seed).draw().under(design));
      assertThat(row)
          .containsEntry("status", result.status().key())
          .containsEntry("error", "")
          .containsEntry("welfare", NumberText.text(result.measures().welfare()))
          .containsEntry("messages", Long.toString(result.messages()))
          .containsEntry("rounds", Integer.toString(result.rounds().size()));
    }
  }

  /** Means and paired differences from the rows of single runs, one sum after another. */
  @Test
  void differences_areThoseOfPairs() throws IOException {
    compare(FEW, "--base", "waterfill", "--quiet", "--out", out()).done();
    List<Map<String, String>> runs = table(out().resolve("seeds.csv"));
    List<Map<String, String>> rows = table(out().resolve("compare.csv"));
    int compared = 0;
    for (Map<String, String> row : rows) {
      assertThat(row).containsEntry("base", "waterfill").containsEntry("reconstruction", "false");
      List<Double> own = values(runs, row.get("mechanism"), row.get("measure"));
      List<Double> base = values(runs, "waterfill", row.get("measure"));
      List<Double> known = own.stream().filter(value -> !value.isNaN()).toList();
      assertThat(row).containsEntry("n", Integer.toString(known.size()));
      if (row.get("mechanism").equals("waterfill")) {
        assertThat(row).containsEntry("pairs", "").containsEntry("difference", "");
        continue;
      }
      double sum = 0;
      int pairs = 0;
      for (int s = 0; s < 4; s++) {
        double difference = own.get(s) - base.get(s);
        if (!Double.isNaN(difference)) {
          sum += difference;
          pairs++;
        }
      }
      assertThat(row).containsEntry("pairs", Integer.toString(pairs));
      if (pairs > 0) {
        assertThat(Double.parseDouble(row.get("difference")))
            .isCloseTo(sum / pairs, within(1e-9 * (1 + Math.abs(sum))));
        compared++;
      } else {
        assertThat(row).containsEntry("difference", "").containsEntry("low", "");
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  private static List<Double> values(
      List<Map<String, String>> runs, String mechanism, String measure) {
    return runs.stream()
        .filter(run -> run.get("mechanism").equals(mechanism))
        .map(run -> run.get(measure).isEmpty() ? Double.NaN : Double.valueOf(run.get(measure)))
        .toList();
  }

  /** Drawn anew from the tables, the page is the same; of damaged tables there is none. */
  @Test
  void report_isMadeAgainFromTheFolder() throws IOException {
    compare(FEW, "--quiet", "--out", out()).done();
    Path page = out().resolve("report.html");
    String first = Files.readString(page);
    assertThat(Shell.run("report", out()).done()).isEqualTo("Written to %s\n".formatted(page));
    assertThat(page).hasContent(first);
    Path shares = out().resolve("shares.csv");
    Files.write(shares, Files.readAllLines(shares).subList(0, 6));
    assertThat(Shell.run("report", out()).mistake())
        .isEqualTo("%s: does not have every mechanism for every seed".formatted(shares));
    compare(FEW, "--quiet", "--no-report", "--out", folder.resolve("plain")).done();
    assertThat(folder.resolve("plain/report.html")).doesNotExist();
  }

  /** The whole answer of a small comparison, but for the times. */
  @Test
  void golden() {
    String text = compare(FEW, "--measures", "efficiency,revenue,nash_gap", "--out", out()).done();
    assertThat(text.replaceAll("(?m)^Seconds per run: .*\\R", ""))
        .isEqualTo(
            """
            two-sellers · 4 seeds from 1 · differences from opt-out with 95 %% confidence intervals

              mechanism                    efficiency         revenue ($)          nash_gap ($)
              waterfill      0.9999  +0.0019 ± 0.0025   112.6  -240 ± 290   0.08878  -2.2 ± 3.2
              opt-out        0.9981                     354.3                 2.276
              lazar-semret   0.9272    -0.071 ± 0.091   135.4  -220 ± 270       n/a         n/a

            Written to %s
            """
                .formatted(out()));
  }

  @Test
  void oneSeed_hasNoIntervals() {
    String text =
        compare(List.of("--mechanisms", "few,opt-out", "--seeds", "1"), "--out", out()).done();
    assertThat(text).startsWith("two-sellers · seed 1 · differences from opt-out\n");
    assertThat(text).doesNotContain("±");
    String alone = compare(List.of("--mechanisms", "few"), "--force", "--out", out()).done();
    assertThat(alone).startsWith("two-sellers · 20 seeds from 1\n").doesNotContain("±");
  }

  @Test
  void model_fromStandardInput_andOtherSeeds() throws IOException {
    byte[] model = Files.readAllBytes(Path.of(TWO));
    Object[] words = {
      "compare", "-", "--mechanisms", "few", "--seeds", "2", "--seed", "7", "--out", out()
    };
    assertThat(Shell.runWith(model, words).done()).startsWith("two-sellers · 2 seeds from 7\n");
    assertThat(table(out().resolve("seeds.csv")).get(0)).containsEntry("seed", "7");
  }

  @Test
  void force_replacesAComparisonOnly() {
    List<String> one = List.of("--mechanisms", "few", "--seeds", "1", "--quiet");
    compare(one, "--out", out()).done();
    assertThat(compare(one, "--out", out()).mistake())
        .isEqualTo("%s: exists already; name another, or replace it with --force".formatted(out()));
    compare(one, "--force", "--out", out()).done();
    assertThat(Shell.run("run", TWO, "--force", "--out", out()).mistake())
        .contains("it is the folder of a comparison of mechanisms, not of a run");
  }

  @Test
  void mistakes_areOneLine() {
    assertThat(compare(List.of("--mechanisms", "opt-ot"), "--out", out()).mistake())
        .startsWith("--mechanisms opt-ot: the kind of mechanism is opt-ot; expected auctions, ")
        .endsWith("; did you mean \"opt-out\"?");
    assertThat(compare(FEW, "--base", "few", "--out", out()).mistake())
        .isEqualTo("--base few: is not compared; expected waterfill, opt-out or lazar-semret");
    assertThat(compare(FEW, "--measures", "welfar", "--out", out()).mistake())
        .startsWith("--measures welfar: is no measure; expected rounds, ")
        .endsWith("; did you mean \"welfare\"?");
    assertThat(compare(List.of("--seeds", "0")).mistake())
        .startsWith("invalid value for '--seeds': \"0\"; expected a whole number from 1 to ");
    assertThat(Shell.run("compare", "models/nowhere.yaml").mistake())
        .startsWith("models/nowhere.yaml: there is no file ");
    assertThat(out()).doesNotExist();
  }

  @Test
  void optionsOfModels_meanNothingBesideMarkets() throws IOException {
    Path file = Files.writeString(folder.resolve("m.jsonl"), "{\"sellers\": [], \"buyers\": []}");
    assertThat(Shell.run("compare", file, "--seeds", "3").mistake())
        .isEqualTo(
            "--seeds means nothing beside %s, which has markets; expected it without"
                .formatted(file));
  }
}
