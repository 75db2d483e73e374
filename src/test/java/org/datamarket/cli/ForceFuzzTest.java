package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of random folders, and commands that are to replace them by force: what is there and
 * was not written by the program stays, byte by byte and link by link, and all stays if a command
 * is refused.
 */
class ForceFuzzTest {
  /**
   * A quarter of them in every build; all by {@code mvn -Dforce.cases=2000 -Dtest=ForceFuzzTest
   * test}.
   */
  private static final int CASES = Integer.getInteger("force.cases", 500);

  private static final int LONGEST_LINE = 400;

  @TempDir private static Path home;
  @TempDir private Path scratch;

  /** Folders as the program writes them, by what wrote them; all files by name. */
  private static final Map<String, Map<String, byte[]>> OWN = new TreeMap<>();

  private static Path at(String name) {
    return home.resolve(name);
  }

  @BeforeAll
  static void writeFolders() throws IOException {
    Files.copy(Path.of("models/tuffin-ties.yaml"), at("m.yaml"));
    Files.writeString(
        at("s.yaml"),
        "{format: 1, model: m.yaml, factors: {epsilon: [0.1, 1]}, measures: [welfare]}");
    Files.writeString(
        at("d.yaml"),
        "{format: 1, model: m.yaml, measures: [welfare], factors: {epsilon: {uniform: {min: 0.1,"
            + " max: 1}}, 'sellers[0].quantity': {uniform: {min: 5, max: 9}}}}");
    for (String command : List.of("run", "sweep", "replay", "merge", "sensitivity")) {
      if (command.equals("merge")) {
        part(1);
        part(2);
      }
      Path folder = at("own-" + command);
      Shell.run(words(command, folder).toArray()).done();
      OWN.put(command, files(folder));
    }
  }

  private static void part(int k) {
    Shell.run("sweep", at("s.yaml"), "--shard", k + "/2", "--quiet", "--out", at("part" + k))
        .done();
  }

  /** A command that writes a folder by force. */
  private static List<Object> words(String command, Object out) {
    List<Object> words = new ArrayList<>(List.of(command));
    words.addAll(
        switch (command) {
          case "run" -> List.of(at("m.yaml"), "--no-report");
          case "sweep" -> List.of(at("s.yaml"), "--no-report", "--threads", 1);
          case "replay" -> List.of(at("own-sweep"), 1);
          case "merge" -> List.of(at("part1"), at("part2"), "--no-report");
          default -> List.of(at("d.yaml"), "--samples", 2, "--bootstrap", 9, "--no-report");
        });
    words.addAll(List.of("--quiet", "--force", "--out", out));
    return words;
  }

  private static boolean areOfOneKind(String writer, String command) {
    return kind(writer).equals(kind(command));
  }

  private static String kind(String command) {
    return switch (command) {
      case "run", "replay" -> "run";
      case "sweep", "merge" -> "study";
      default -> command;
    };
  }

  /** All below a folder by name: bytes of files, targets of links, nothing of folders. */
  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.toList()) {
        String name = folder.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          files.put(name, ("-> " + Files.readSymbolicLink(path)).getBytes(StandardCharsets.UTF_8));
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          files.put(name + "/", new byte[0]);
        } else {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  private static void copy(Map<String, byte[]> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (file.getKey().endsWith("/")) {
        Files.createDirectories(path);
      } else {
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
  }

  /** A folder with things around it, and a command that is to write there. */
  private final class Case {
    private final SplittableRandom random;
    private final Path place;
    private final Path target;
    private final String writer;
    private final String command;
    private boolean own = true;
    private String out;

    Case(int seed) throws IOException {
      random = new SplittableRandom(seed);
      place = Files.createDirectory(scratch.resolve("case" + seed));
      target = place.resolve("out");
      writer = pick("run", "sweep", "replay", "merge", "sensitivity");
      command = pick("run", "sweep", "replay", "merge", "sensitivity");
      out = target.toString();
      Files.createDirectories(place.resolve("notes/deep"));
      Files.writeString(place.resolve("notes/thesis.txt"), "years of work");
      Files.writeString(place.resolve("out.checkpoint"), "a user's own");
      Files.writeString(place.resolve(".out.checkpoint.partial"), "a user's own");
      copy(
          Map.of("diary", "mine".getBytes(StandardCharsets.UTF_8)),
          place.resolve(".out.replaced-17"));
      copy(
          Map.of("diary", "mine".getBytes(StandardCharsets.UTF_8)),
          place.resolve(".out.partial-17"));
      copy(OWN.get("run"), place.resolve(".out.replaced-by-me"));
      int what = random.nextInt(20);
      if (what == 0) {
        own = random.nextBoolean();
        Files.createDirectory(target);
        if (!own) {
          foreign(target);
        }
      } else if (what == 1) {
        own = false;
        Files.writeString(target, "a file of that name");
      } else if (what == 2) {
        own = false;
        copy(
            Map.of("manifest.json", "{\"name\": \"my web app\"}".getBytes(StandardCharsets.UTF_8)),
            target);
        foreign(target);
      } else {
        copy(OWN.get(writer), target);
        own = areOfOneKind(writer, command);
        for (int k = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3); k > 0; k--) {
          own = false;
          spoil();
        }
      }
      oddName();
    }

    private String pick(String... words) {
      return words[random.nextInt(words.length)];
    }

    private void spoil() throws IOException {
      List<String> files =
          OWN.get(writer).keySet().stream().filter(name -> !name.endsWith("/")).toList();
      Path victim = target.resolve(files.get(random.nextInt(files.size())));
      switch (random.nextInt(7)) {
        case 0 ->
            copy(
                OWN.get(pick("run", "sweep", "sensitivity")),
                target.resolve(pick("nested", "charts/a", "inputs")));
        case 1 -> {
          Path link =
              Files.isDirectory(victim, LinkOption.NOFOLLOW_LINKS)
                  ? victim.resolve("link")
                  : victim;
          Files.deleteIfExists(link);
          Files.createSymbolicLink(
              link, place.resolve(pick("notes", "notes/thesis.txt", "nowhere")));
        }
        case 2 -> change(victim);
        case 3 ->
            rewrite(
                target.resolve("manifest.json"),
                pick("{}", "", "[]", "{\"program\": \"datamarket\"}", "my notes"));
        case 4 -> {
          Path link = target.resolve(pick("charts.lnk", "link", "zzz"));
          Files.deleteIfExists(link);
          Files.createSymbolicLink(link, Path.of(pick("..", ".", "/", "../notes")));
        }
        default -> foreign(target);
      }
    }

    private void change(Path victim) throws IOException {
      if (Files.isRegularFile(victim, LinkOption.NOFOLLOW_LINKS)) {
        Files.writeString(
            victim, pick("\n", " ", "x", "more\nand more\n"), StandardOpenOption.APPEND);
      } else {
        foreign(target);
      }
    }

    private void rewrite(Path file, String text) throws IOException {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.writeString(file, text);
      } else {
        foreign(target);
      }
    }

    private void foreign(Path folder) throws IOException {
      String name =
          pick(
              "notes.txt",
              ".git/HEAD",
              ".git/objects/00/1",
              "src/thesis.txt",
              "charts/mine.png",
              "a",
              "ümlaut/ß",
              "runs.csv.bak",
              ".runs.csv.partial",
              ".partial",
              "inputs/mine.csv",
              "zz/");
      if (name.endsWith("/")) {
        Files.createDirectories(folder.resolve(name));
      } else if (!Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "precious");
      }
    }

    private void oddName() throws IOException {
      out =
          switch (random.nextInt(14)) {
            case 0 -> target + "/";
            case 1 -> place + "/./out/.";
            case 2 -> place + "/notes/../out";
            case 3 -> {
              own = false;
              yield place + "/none/../out";
            }
            case 4 -> link(target) + "";
            case 5 -> link(target) + "//";
            case 6 -> link(place.resolve("notes/deep")) + "/../../out";
            case 7 -> link(place) + "/out";
            default -> out;
          };
      if (random.nextInt(40) == 0) {
        own = false;
        Files.createSymbolicLink(place.resolve("dangling"), place.resolve("nowhere"));
        out =
            pick(
                ".",
                "",
                "..",
                "/",
                place.toString(),
                home.toString(),
                "src",
                place + "/notes",
                place + "/dangling");
      }
    }

    private Path link(Path to) throws IOException {
      Path link = place.resolve("link");
      return Files.exists(link, LinkOption.NOFOLLOW_LINKS)
          ? link
          : Files.createSymbolicLink(link, to);
    }

    void run() throws IOException {
      Map<String, byte[]> before = files(place);
      Shell.Outcome outcome = Shell.run(words(command, out).toArray());
      String what =
          "%s --out %s over the folder of %s: %s".formatted(command, out, writer, outcome.err());
      Map<String, byte[]> after = files(place);
      assertThat(outcome.exit()).as(what).isEqualTo(own ? ExitCode.DONE : ExitCode.MISTAKE);
      if (own) {
        before.keySet().removeIf(name -> name.startsWith("out/"));
        assertThat(after.keySet()).as(what).contains("out/manifest.json");
        after.keySet().removeIf(name -> name.startsWith("out/"));
      } else {
        assertThat(outcome.mistake().length()).as(what).isLessThan(LONGEST_LINE);
      }
      assertThat(after.keySet()).as(what).isEqualTo(before.keySet());
      before.forEach((name, bytes) -> assertThat(after.get(name)).as(what + name).isEqualTo(bytes));
    }
  }

  @Test
  void whatTheProgramDidNotWrite_stays() throws IOException {
    Map<String, byte[]> inputs = files(home);
    for (int seed = 0; seed < CASES; seed++) {
      new Case(seed).run();
    }
    Map<String, byte[]> after = files(home);
    assertThat(after.keySet()).isEqualTo(inputs.keySet());
    inputs.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
  }
}
