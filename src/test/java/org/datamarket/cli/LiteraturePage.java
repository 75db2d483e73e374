package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * docs/literature.md: its commands, and the parts of it that the program makes. Such a part stands
 * after a comment with its name. It is a whole table, or, where the table has a column <i>ours</i>,
 * this column.
 */
record LiteraturePage(String text) {
  static final Path FILE = Path.of("docs/literature.md");

  private static final Pattern PART =
      Pattern.compile("^<!-- ([a-z-]+) -->\n((?:\\|.*\n)+)", Pattern.MULTILINE);
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String OURS = "ours";

  /** A line of shell: a command of the program, and what is piped into it. */
  record Command(String stdin, List<String> words) {
    static Command of(String line) {
      Matcher echo = Pattern.compile("echo '([^']*)' \\| (.*)").matcher(line);
      String command = echo.matches() ? echo.group(2) : line;
      List<String> words = List.of(command.split(" "));
      assertThat(words.get(0)).isEqualTo("./datamarket");
      return new Command(echo.matches() ? echo.group(1) : "", words.subList(1, words.size()));
    }

    /** Runs it; what it writes goes into a new folder. */
    Result run(Path folder) {
      List<Object> all = new ArrayList<>(words);
      if (words.get(0).equals("sweep")) {
        all.addAll(List.of("--out", folder, "--no-report", "--quiet"));
      }
      byte[] in = stdin.getBytes(StandardCharsets.UTF_8);
      return new Result(Shell.runWith(in, all.toArray()).done(), folder);
    }
  }

  /** What a command printed, and the folder into which it wrote, if it wrote any. */
  record Result(String out, Path folder) {}

  static LiteraturePage read() throws IOException {
    return new LiteraturePage(Files.readString(FILE));
  }

  /** The names of the parts that the program makes, in order. */
  List<String> parts() {
    return PART.matcher(text).results().map(part -> part.group(1)).toList();
  }

  /** All commands of the page, in order. */
  List<Command> commands() {
    return commands(text);
  }

  /** The commands of the section that has a part, in order. */
  List<Command> commandsFor(String part) {
    int at = found(part).start();
    int next = text.indexOf("\n## ", at);
    int end = next < 0 ? text.length() : next;
    return commands(text.substring(text.lastIndexOf("\n## ", at), end));
  }

  private static List<Command> commands(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .flatMap(block -> block.group(1).lines())
        .map(Command::of)
        .toList();
  }

  private MatchResult found(String part) {
    return PART.matcher(text)
        .results()
        .filter(match -> match.group(1).equals(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no part %s".formatted(part)));
  }

  /** What stands on the page where the program makes it: lines of a table, or cells. */
  List<String> shown(String part) {
    List<String> lines = found(part).group(2).lines().toList();
    int column = column(lines);
    return column < 0
        ? lines
        : lines.stream().skip(2).map(line -> cells(line).get(column).strip()).toList();
  }

  /** The page with something else there. */
  LiteraturePage with(String part, List<String> made) {
    MatchResult match = found(part);
    List<String> lines = new ArrayList<>(match.group(2).lines().toList());
    int column = column(lines);
    if (column < 0) {
      lines = new ArrayList<>(made);
    } else {
      assertThat(made).as(part).hasSize(lines.size() - 2);
      for (int k = 0; k < made.size(); k++) {
        List<String> cells = new ArrayList<>(cells(lines.get(k + 2)));
        cells.set(column, " %s ".formatted(made.get(k)));
        lines.set(k + 2, "|%s|".formatted(String.join("|", cells)));
      }
    }
    return new LiteraturePage(
        "%s%s\n%s"
            .formatted(
                text.substring(0, match.start(2)),
                String.join("\n", lines),
                text.substring(match.end(2))));
  }

  private static int column(List<String> lines) {
    return cells(lines.get(0)).stream().map(String::strip).toList().indexOf(OURS);
  }

  private static List<String> cells(String line) {
    return List.of(line.substring(1, line.length() - 1).split("\\|", -1));
  }
}
