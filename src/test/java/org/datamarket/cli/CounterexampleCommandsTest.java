package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.datamarket.output.Figures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the comment of a counterexample names shows by how much its claim fails. */
class CounterexampleCommandsTest {
  private static final Path FOLDER = Path.of("models/counterexamples");
  private static final String NUMBER = "(-?[0-9.]+(?:E-?\\d+)?)";

  @TempDir private Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  /** The comment of a file, as one line. */
  private static String comment(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .collect(Collectors.joining(" "));
  }

  private static MatchResult find(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no \"%s\" in: %s".formatted(pattern, text)));
  }

  private static double number(String pattern, String text) {
    return Double.parseDouble(find(pattern, text).group(1));
  }

  @ParameterizedTest
  @MethodSource("files")
  void commands_showTheViolation(Path file) throws IOException {
    String comment = comment(file);
    List<String> commands =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("#") && line.contains(": datamarket "))
            .map(line -> line.replaceFirst(".*: datamarket ", ""))
            .toList();
    assertThat(commands).hasSizeBetween(1, 2);
    assertThat(commands.get(0)).startsWith("claims ");
    for (String command : commands) {
      List<Object> words = new ArrayList<>();
      for (String word : command.split(" ")) {
        words.add(word.endsWith(".yaml") ? FOLDER.resolve(word) : word);
      }
      switch (words.get(0).toString()) {
        case "claims" -> assertClaims(words, comment);
        case "clear" -> assertClear(words, comment);
        case "explain" -> assertExplain(words, comment);
        case "run" -> assertRun(words, comment);
        default -> throw new AssertionError("nothing is known of %s".formatted(command));
      }
    }
  }

  private String written(List<Object> words) {
    words.addAll(List.of("--out", folder.resolve(words.get(0).toString())));
    return Shell.run(words.toArray()).done().replaceAll("\\s+", " ");
  }

  /** The very case is among those in which the claim fails, and the worst is no less. */
  private void assertClaims(List<Object> words, String comment) throws IOException {
    String id = find("^Refutes (\\S+) ", comment).group(1);
    String shown = written(words);
    assertThat(shown).contains("Fail: %s.".formatted(id));
    MatchResult size =
        find("it fails(?: by %s ([^ .]+)[^.]*?)?(?: for \\S+)?\\.".formatted(NUMBER), comment);
    if (size.group(1) != null) {
      double factor = size.group(2).equals("%") ? 0.01 : 1;
      double violation = Double.parseDouble(size.group(1)) * factor;
      double worst =
          factor * number("by %s %s".formatted(NUMBER, Pattern.quote(size.group(2))), shown);
      assertThat(worst).isGreaterThan(0.99 * violation);
      assertThat(cases()).anyMatch(one -> Math.abs(one - violation) <= 1e-5 * violation);
    }
  }

  private List<Double> cases() throws IOException {
    return Files.readAllLines(folder.resolve("claims/cases.csv")).stream()
        .skip(1)
        .map(line -> Double.parseDouble(line.split(",")[5]))
        .toList();
  }

  /** What the bids get and cost. */
  private static void assertClear(List<Object> words, String comment) {
    String buyer = find("it fails by .* for b(\\d+)\\. ", comment).group(1);
    MatchResult bids =
        find(
            "b%s bids [^:]*: it gets %s GB, pays %s \\$".formatted(buyer, NUMBER, NUMBER), comment);
    String row =
        Shell.run(words.toArray())
            .done()
            .lines()
            .filter(line -> line.startsWith("%s ".formatted(buyer)))
            .findFirst()
            .orElseThrow();
    String[] cells = row.split(" +");
    assertThat(Double.parseDouble(cells[2])).isEqualTo(Double.parseDouble(bids.group(1)));
    assertThat(Double.parseDouble(cells[3])).isEqualTo(Double.parseDouble(bids.group(2)));
  }

  /** What the reply is worth, and what the best bids are. */
  private static void assertExplain(List<Object> words, String comment) throws IOException {
    words.add("--json");
    JsonNode shown = new ObjectMapper().readTree(Shell.run(words.toArray()).done());
    double reply = number("The reply is worth %s \\$".formatted(NUMBER), comment);
    double best =
        number("the best bids of any kind would be worth %s \\$".formatted(NUMBER), comment);
    assertThat(shown.get("now").get("utility_of_reply").doubleValue())
        .isCloseTo(reply, within(1e-5));
    assertThat(shown.get("best_bids").get("utility").doubleValue()).isCloseTo(best, within(1e-5));
    double violation = number("it fails by %s \\$".formatted(NUMBER), comment);
    assertThat(best - reply - shown.get("epsilon").doubleValue())
        .isCloseTo(violation, within(1e-5));
  }

  /** What anybody could still gain. */
  private void assertRun(List<Object> words, String comment) {
    double gain = number("A buyer could still gain %s \\$".formatted(NUMBER), comment);
    assertThat(written(words)).contains("Nash gap %s $".formatted(Figures.of(gain)));
  }
}
