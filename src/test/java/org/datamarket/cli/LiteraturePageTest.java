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

  @TempDir private static Path folder;
  private static LiteraturePage page;
  private static final Map<Command, Result> RESULTS = new LinkedHashMap<>();

  @BeforeAll
  static void updateIfAsked() throws Exception {
    RESULTS.clear();
    if (Boolean.getBoolean("update.docs")) {
      Files.write(MODELS.resolve("equal-demands.jsonl"), QuantizedPopulations.equal());
      Files.write(MODELS.resolve("different-demands.jsonl"), QuantizedPopulations.different());
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
    assertThat(Files.readAllLines(MODELS.resolve("equal-demands.jsonl")))
        .isEqualTo(QuantizedPopulations.equal());
    assertThat(Files.readAllLines(MODELS.resolve("different-demands.jsonl")))
        .isEqualTo(QuantizedPopulations.different());
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
