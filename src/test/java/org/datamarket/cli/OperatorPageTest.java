package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/operator.md, walked line by line in a new folder, and what docs/findings.md says of the same
 * studies. Their tables are written anew with {@code -Dtest=OperatorPageTest -Dupdate.docs=true}.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the page has two lines for awk")
class OperatorPageTest {
  private static final Path PAGE = Path.of("docs/operator.md");
  private static final Path FINDINGS = Path.of("docs/findings.md");
  private static final Pattern STEP =
      Pattern.compile(
          "^(?:`([a-z.-]+)`:\n\n)?```([a-z]+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** A part: the study it is of, and its table. */
  private record Part(String study, Function<OperatorNumbers, List<String>> table) {}

  private static final Map<Path, Map<String, Part>> PARTS =
      Map.of(
          FINDINGS,
          Map.of(
              "operator-gain", new Part("operator", OperatorNumbers::gain),
              "operator-bound", new Part("operator", OperatorNumbers::bound),
              "operator-light", new Part("operator", OperatorNumbers::light),
              "operator-best", new Part("operator", OperatorNumbers::best),
              "operator-hong-kong", new Part("operator-hong-kong", OperatorNumbers::hongKong)),
          PAGE,
          Map.of(
              "own-study", new Part("my-study", OperatorNumbers::own),
              "own-fees", new Part("my-study", OperatorNumbers::ownFees)));

  @TempDir private static Path folder;

  /** What follows what on the page: a command's output and the text that is shown of it. */
  private static final Map<String, String> PRINTED = new LinkedHashMap<>();

  @BeforeAll
  static void walk() throws Exception {
    PRINTED.clear();
    String last = "";
    for (MatchResult step : STEP.matcher(Files.readString(PAGE)).results().toList()) {
      String text = step.group(3);
      switch (step.group(2)) {
        case "csv", "yaml" -> Files.writeString(folder.resolve(step.group(1)), text);
        case "bash" -> shell(text);
        case "sh" -> last = commands(text);
        case "text" -> PRINTED.put(text, last);
        default -> throw new AssertionError(step.group());
      }
    }
    sweep("models/studies/operator-hong-kong.yaml", "operator-hong-kong");
    if (Boolean.getBoolean("update.docs")) {
      for (Path page : PARTS.keySet()) {
        LiteraturePage made = new LiteraturePage(Files.readString(page));
        for (String part : made.parts()) {
          made = made.with(part, made(page, part));
        }
        Files.writeString(page, made.text());
      }
    }
  }

  private static void shell(String lines) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-e", "-c", lines)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static String commands(String lines) {
    StringBuilder printed = new StringBuilder();
    for (String line : lines.lines().toList()) {
      List<String> words = List.of(line.split(" "));
      assertThat(words.get(0)).isEqualTo("./datamarket");
      List<Object> placed = new ArrayList<>();
      for (String word : words.subList(1, words.size())) {
        boolean own = word.startsWith("output/") || Files.exists(folder.resolve(word));
        placed.add(own ? folder.resolve(word) : word);
      }
      if (words.get(1).equals("sweep")) {
        placed.addAll(List.of("--no-report", "--quiet"));
      }
      printed.append(Shell.run(placed.toArray()).done());
    }
    return printed.toString();
  }

  private static void sweep(String study, String name) {
    commands("./datamarket sweep %s --out output/%s".formatted(study, name));
  }

  private static List<String> made(Path page, String part) throws IOException {
    Part wanted = PARTS.get(page).get(part);
    Path table = folder.resolve("output").resolve(wanted.study()).resolve("runs.csv");
    return wanted.table().apply(new OperatorNumbers(Tables.rows(table)));
  }

  @TestFactory
  List<DynamicTest> tables_areWhatTheStudiesGive() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<Path, Map<String, Part>> entry : PARTS.entrySet()) {
      Path page = entry.getKey();
      LiteraturePage read = new LiteraturePage(Files.readString(page));
      assertThat(read.parts()).containsExactlyInAnyOrderElementsOf(entry.getValue().keySet());
      for (String part : read.parts()) {
        tests.add(
            DynamicTest.dynamicTest(
                part, () -> assertThat(read.shown(part)).isEqualTo(made(page, part))));
      }
    }
    return tests;
  }

  @Test
  void commands_printWhatIsShown() {
    assertThat(PRINTED).hasSize(2);
    PRINTED.forEach((shown, printed) -> assertThat(printed).contains(shown));
  }

  @Test
  void sumsInWords_areShownAbove() throws IOException {
    String prose = STEP.matcher(Files.readString(PAGE)).replaceAll("");
    List<MatchResult> sums = Pattern.compile("(\\d+\\.\\d+) \\$").matcher(prose).results().toList();
    assertThat(sums).hasSizeGreaterThan(4);
    for (MatchResult sum : sums) {
      assertThat(String.join("", PRINTED.keySet()))
          .containsPattern("\\b%s\\b".formatted(sum.group(1)));
    }
  }

  @Test
  void keysOfTheSummary_areThere() throws IOException {
    String summary = Files.readString(folder.resolve("output/split/summary.json"));
    List<MatchResult> keys =
        Pattern.compile("`([a-z]+_[a-z_]+)`").matcher(Files.readString(PAGE)).results().toList();
    assertThat(keys).hasSizeGreaterThan(7);
    for (MatchResult key : keys) {
      assertThat(summary).contains("\"%s\"".formatted(key.group(1)));
    }
  }

  @Test
  void filesAndPages_exist() throws IOException {
    List<MatchResult> links =
        Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)")
            .matcher(Files.readString(PAGE))
            .results()
            .toList();
    assertThat(links).hasSizeGreaterThan(4);
    for (MatchResult link : links) {
      assertThat(PAGE.resolveSibling(link.group(1))).exists();
    }
  }
}
