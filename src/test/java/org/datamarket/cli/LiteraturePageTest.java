package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.datamarket.cli.LiteraturePage.Command;
import org.datamarket.cli.LiteraturePage.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/literature.md print the numbers of docs/literature.md. They are written anew
 * with {@code -Dtest=LiteraturePageTest -Dupdate.docs=true}.
 */
class LiteraturePageTest {
  private static final Path MODELS = Path.of("models/literature");
  private static final Map<String, List<String>> POPULATIONS =
      Map.of(
          "equal-demands.jsonl", QuantizedPopulations.equal(),
          "different-demands.jsonl", QuantizedPopulations.different(),
          "data-plans.jsonl", PlanPopulations.all(),
          "routes.jsonl", RoutesPopulations.networks(),
          "route-bids.jsonl", RoutesPopulations.states());

  @TempDir private static Path folder;
  private static LiteraturePage page;
  private static final Map<Command, Result> RESULTS = new LinkedHashMap<>();

  @BeforeAll
  static void updateIfAsked() throws Exception {
    RESULTS.clear();
    if (Boolean.getBoolean("update.docs")) {
      for (Map.Entry<String, List<String>> file : POPULATIONS.entrySet()) {
        Files.write(MODELS.resolve(file.getKey()), file.getValue());
      }
      LiteraturePage old = LiteraturePage.read();
      for (String part : old.parts()) {
        page = old;
        old = old.with(part, made(part));
      }
      Files.writeString(LiteraturePage.FILE, old.text());
    }
    page = LiteraturePage.read();
  }

  private static List<String> made(String part) throws Exception {
    List<Result> results = new ArrayList<>();
    for (Command command : page.commandsFor(part)) {
      Path out = folder.resolve("out-%s".formatted(RESULTS.size()));
      results.add(RESULTS.computeIfAbsent(command, c -> c.run(out)));
    }
    return LiteratureNumbers.ALL.get(part).of(results);
  }

  @TestFactory
  List<DynamicTest> numbers_areWhatTheCommandsGive() {
    assertThat(page.parts()).containsExactlyInAnyOrderElementsOf(LiteratureNumbers.ALL.keySet());
    return page.parts().stream()
        .map(
            part ->
                DynamicTest.dynamicTest(
                    part, () -> assertThat(page.shown(part)).isEqualTo(made(part))))
        .toList();
  }

  @Test
  void populations_areThoseOfTheirStreams() throws IOException {
    for (Map.Entry<String, List<String>> file : POPULATIONS.entrySet()) {
      assertThat(Files.readAllLines(MODELS.resolve(file.getKey()))).isEqualTo(file.getValue());
    }
  }

  @Test
  void commands_areCommands() {
    assertThat(page.commands()).hasSizeGreaterThan(6);
    for (Command command : page.commands()) {
      String[] words = command.words().toArray(String[]::new);
      assertThat(Main.commandLine().parseArgs(words).hasSubcommand()).isTrue();
    }
  }

  @Test
  void filesAndPages_exist() {
    List<MatchResult> links =
        Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)").matcher(page.text()).results().toList();
    assertThat(links).hasSizeGreaterThan(7);
    for (MatchResult link : links) {
      assertThat(LiteraturePage.FILE.resolveSibling(link.group(1))).exists();
    }
  }
}
