package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.file.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a measure is null: the pages, the meanings of the keys and the program agree. */
class NullConditionsTest {
  private static final Path PAGE = Path.of("docs", "model.md");

  @TempDir private Path folder;

  @Test
  void everyKey_isNullExactlyWhenItsMeaningSays() throws Exception {
    Map<String, Integer> held = new HashMap<>();
    List<RunResult> results = results();
    for (RunResult result : results) {
      assertThat(NullConditions.broken(result)).as(result.model().name()).isEmpty();
      NullConditions.WORDINGS.forEach(
          (words, check) -> held.merge(words, check.test(result) ? 1 : 0, Integer::sum));
    }
    assertThat(held.values())
        .as("each condition holds in some of the runs, and not in all: %s", held)
        .allSatisfy(count -> assertThat(count).isBetween(1, results.size() - 1));
  }

  @Test
  void modelPage_saysTheSame() throws IOException {
    Map<String, String> cells = new HashMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      String[] row = line.split("\\|", -1);
      if (row.length == 6 && row[1].strip().matches("`[a-z_]+`")) {
        cells.put(row[1].strip().replace("`", ""), row[4].strip());
      }
    }
    assertThat(cells).containsKeys("welfare", "optimum", "jain", "envy", "rounds");
    for (Column<RunResult> key : Summary.KEYS) {
      if (cells.containsKey(key.name())) {
        String words = NullConditions.words(key).orElse("");
        assertThat(cells.get(key.name())).as(key.name()).isEqualTo(onThePage(words));
      }
    }
  }

  private static String onThePage(String words) {
    return words.equals("under strict ties")
        ? "ties are strict"
        : words.replaceFirst("^when (the )?", "");
  }

  private List<RunResult> results() throws Exception {
    List<RunResult> results =
        new ArrayList<>(
            Stream.of(
                    Samples.small(),
                    Samples.nothingSells(),
                    Samples.oneRound(),
                    Samples.strict(),
                    Samples.withIsp())
                .map(Samples::play)
                .toList());
    results.add(play("fixed-reserve-cycles", Path.of("models", "fixed-reserve-cycles.yaml")));
    Path file = folder.resolve("model.yaml");
    String people =
        "users: {name: u, count: 3, usage: 0.5, plans: [{cap: 1, overage: 9, share: 1}]}";
    results.add(play("only sellers", Files.writeString(file, "format: 1\n" + people + "\n")));
    String buyers = "buyers: {count: 3, demand: 1, valuation: {kind: linear, unit-value: 2}}";
    results.add(
        play(
            "all at once",
            Files.writeString(
                file,
                "format: 1\nactivation: simultaneous\n"
                    + buyers
                    + "\nsellers: {count: 1, quantity: 2, reserve: 3}\n")));
    String tied =
        "buyers: {count: 9, demand: 1, valuation: {kind: parabolic, marginal-at-zero: 2}}";
    results.add(
        play(
            "ties at 0",
            Files.writeString(
                file, "format: 1\n" + tied + "\nsellers: {count: 2, quantity: 1, reserve: 0}\n")));
    return results;
  }

  private static RunResult play(String name, Path file) throws Exception {
    return Samples.play(ModelFile.read(file, List.of("name=" + name)).draw());
  }
}
