package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/paper.md names what there is, and shows what its commands print. */
class PaperTest {
  private static final Path PAGE = Path.of("docs/paper.md");
  private static final Path SOURCES = Path.of("src/main/java/org/datamarket");
  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|text)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path folder;

  private static List<MatchResult> found(String pattern) throws IOException {
    List<MatchResult> found =
        Pattern.compile(pattern).matcher(Files.readString(PAGE)).results().toList();
    assertThat(found).as(pattern).isNotEmpty();
    return found;
  }

  @Test
  void classesAndWhatIsInThem_exist() throws IOException {
    for (MatchResult named : found("`([a-z/]+/[A-Z]\\w+)(?:#(\\w+))?`")) {
      Path file = SOURCES.resolve("%s.java".formatted(named.group(1)));
      assertThat(file).exists();
      if (named.group(2) != null) {
        assertThat(Files.readString(file))
            .as(named.group())
            .containsPattern("\\b%s(\\(|[,)\\s])".formatted(named.group(2)));
      }
    }
  }

  @Test
  void filesAndPages_exist() throws IOException {
    for (MatchResult link : found("\\]\\(([a-z]+\\.md)(?:#([a-z0-9-]+))?\\)")) {
      Path page = PAGE.resolveSibling(link.group(1));
      assertThat(page).exists();
      if (link.group(2) != null) {
        assertThat(Files.readString(page).toLowerCase(Locale.ROOT))
            .contains("# %s".formatted(link.group(2)));
      }
    }
    for (MatchResult file : found("models/[a-z-]+\\.yaml")) {
      assertThat(Path.of(file.group())).exists();
    }
  }

  @Test
  void columns_areInTheTables() throws IOException {
    Path made = folder.resolve("run");
    Shell.run("run", "models/worked-example.yaml", "--out", made, "--quiet").done();
    for (MatchResult column : found("`([a-z]+\\.csv):([a-z_]+)`")) {
      String header = Files.readAllLines(made.resolve(column.group(1))).get(0);
      assertThat(header.split(",")).as(column.group()).contains(column.group(2));
    }
  }

  @Test
  void claims_areTheProgramsOwn() throws IOException {
    String scorecard =
        Shell.run("claims", "models/worked-example.yaml", "--json", "--out", folder.resolve("c"))
            .out();
    for (MatchResult claim : found("`claim:([a-z-]+)`")) {
      assertThat(scorecard).contains("\"%s\"".formatted(claim.group(1)));
    }
  }

  @Test
  void namesOfTheWindow_areTheInspectors() throws IOException {
    StringBuilder inspector = new StringBuilder();
    try (Stream<Path> files = Files.list(SOURCES.resolve("gui/inspect"))) {
      for (Path file : files.toList()) {
        inspector.append(Files.readString(file));
      }
    }
    for (MatchResult name : found("“([^”]+)”")) {
      assertThat(inspector).contains("\"%s\"".formatted(name.group(1)));
    }
  }

  /** What follows a command is part of what it prints. */
  @Test
  void commands_printWhatIsShown() throws IOException {
    int shown = 0;
    String printed = "";
    for (MatchResult block : BLOCK.matcher(Files.readString(PAGE)).results().toList()) {
      if (block.group(1).equals("text")) {
        for (String part : block.group(2).split("\n\n")) {
          assertThat(printed).contains(part.strip());
          shown++;
        }
      } else {
        List<String> words = words(block.group(2).strip());
        assertThat(words.get(0)).isEqualTo("./datamarket");
        List<String> arguments = words.subList(1, words.size());
        assertThat(Main.commandLine().parseArgs(arguments.toArray(String[]::new)).hasSubcommand())
            .isTrue();
        printed = arguments.get(0).equals("explain") ? Shell.run(arguments.toArray()).done() : "";
      }
    }
    assertThat(shown).isGreaterThan(10);
  }

  /** A line of shell without what its quotes protect: words, some of them in single quotes. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Pattern.compile("'([^']*)'|(\\S+)")
        .matcher(line)
        .results()
        .forEach(word -> words.add(word.group(1) != null ? word.group(1) : word.group(2)));
    return words;
  }

  /** The numbers of the steps that are told are those of the record. */
  @Test
  void stepsInWords_haveTheNumbersThatAreExplained() throws IOException {
    String json = Shell.run("explain", "models/worked-example.yaml", "A", "--json").done();
    assertThat(json)
        .contains("\"share\" : 25.0", "\"pool_size\" : 2", "\"utility\" : 49.5", "\"cost\" : 0.25");
    String nothing =
        Shell.run(
                "explain", "models/worked-example.yaml", "A", "--set", "initial-bids=[]", "--json")
            .done();
    assertThat(nothing).contains("\"residual\" : 39.0", "\"residual\" : 11.0").contains("10.89");
    assertThat(Files.readString(PAGE)).contains("2·11 = 22 GB", "10.89 $", "50/2 = 25 GB");
  }
}
