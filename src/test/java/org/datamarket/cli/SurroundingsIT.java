package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.datamarket.run.Played;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program where the display, the locale or the memory is not as usual. */
class SurroundingsIT {
  private static final String TINY = "models/tuffin-ties.yaml";
  private static final String STUDY =
      """
      format: 1
      name: sizes
      model: %s
      factors: {buyers.count: [3, 900000]}
      replications: 2
      measures: [rounds]
      """;

  @TempDir private Path folder;

  private static Program.Outcome done(String line) throws Exception {
    Program.Outcome outcome = Program.shell(line);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    return outcome;
  }

  private static void assertMistake(String line, String... parts) throws Exception {
    Program.Outcome outcome = Program.shell(line);
    assertThat(outcome.err())
        .startsWith("datamarket: ")
        .contains(parts)
        .doesNotContain("\tat ", "a defect");
    assertThat(outcome.err().lines()).singleElement().asString().hasSizeLessThanOrEqualTo(400);
    assertThat(outcome.exit()).isEqualTo(ExitCode.MISTAKE);
    assertThat(outcome.out()).isEmpty();
  }

  /** A run's files, whose command line is the same but for what is put before it. */
  private Map<String, String> run(String before, String name) throws Exception {
    done(before + " datamarket run " + TINY + " --quiet --out '" + folder.resolve(name) + "'");
    return Played.files(folder.resolve(name));
  }

  @Test
  void displayThatIsNotThere_isNotTouched() throws Exception {
    assertThat(run("DISPLAY=:9999", "dead"))
        .isEqualTo(run("DISPLAY=", "none"))
        .containsKey("report.html")
        .hasSizeGreaterThan(15);

    Path study =
        Files.writeString(
            folder.resolve("s.yaml"), STUDY.replace("900000", "4").formatted(model()));
    String at = "'" + folder.resolve("study") + "'";
    done("DISPLAY=:9999 datamarket sweep '" + study + "' --quiet --out " + at);
    done("DISPLAY=:9999 datamarket report " + at);
    done(
        "DISPLAY=:9999 datamarket replay "
            + at
            + " 1 --quiet --out '"
            + folder.resolve("again")
            + "'");
    assertThat(folder.resolve("again/charts")).isNotEmptyDirectory();
    done("DISPLAY=:9999 datamarket sensitivity --help");
  }

  private Path model() throws Exception {
    return Files.writeString(
        folder.resolve("m.yaml"), "format: 1\nbuyers: {count: 3}\nsellers: {count: 2}\n");
  }

  @Test
  void windowOnADisplayThatIsNotThere_oneLine() throws Exception {
    assertMistake("DISPLAY=:9999 datamarket gui", "no display", "DISPLAY is \":9999\"");
    assertMistake("DISPLAY= datamarket gui", "no display", "set DISPLAY");
    assertMistake("DISPLAY=:9999 datamarket", "a command is needed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR",
        "-Duser.language=de -Duser.country=DE",
        "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab"
      })
  void locale_changesNoByte(String options) throws Exception {
    String quiet = " 2> >(grep -v JDK_JAVA_OPTIONS >&2)";
    String set = "export JDK_JAVA_OPTIONS='" + options + "'; ";
    String run = " datamarket run " + TINY + " --out ";
    Program.Outcome here = done(set + run + "'" + folder.resolve("there") + "'" + quiet);
    assertThat(here.out()).contains("\nWritten to ");
    assertThat(Played.files(folder.resolve("there"))).isEqualTo(run("", "here"));
    String help = "datamarket run --help" + quiet;
    assertThat(done(set + help).out()).isEqualTo(done(help).out());
    assertMistake(
        set + "datamarket validate nowhere.yaml" + quiet, "there is no file nowhere.yaml");
  }

  @Test
  void localeWithoutLetters_allButNamesOfFilesWork_andTheseSayWhatToDo() throws Exception {
    String text = Files.readString(Path.of(TINY)).replaceFirst("(?m)^name:.*", "name: Düsseldorf");
    Path model = Files.writeString(folder.resolve("m.yaml"), text);
    String command = "cd '" + folder + "'; LC_ALL=C datamarket ";
    assertThat(done(command + "run m.yaml --out out").out()).contains("Düsseldorf · seed", "ε");
    String remedy = "set LC_ALL=C.UTF-8";
    assertMistake(command + "run m.yaml", "output/Düsseldorf-1", remedy);
    assertMistake(command + "run m.yaml --out größe", remedy);
    assertMistake(command + "run m.yaml --set name=größe --out b", remedy);
    assertMistake(command + "validate größe.yaml", remedy);
    Files.writeString(model, "format: 1\nbuyers: {csv: käufer.csv}\nsellers: {count: 1}\n");
    assertMistake(command + "run m.yaml --out b", "m.yaml:2:15: csv is \"käufer.csv\"", remedy);
    assertThat(Shell.tree(folder)).contains("out").doesNotContain("b", "output");
  }

  @Test
  void runsOutOfMemory_areRowsAndTheOthersAreKept() throws Exception {
    Path study = Files.writeString(folder.resolve("s.yaml"), STUDY.formatted(model()));
    Program.Outcome outcome =
        Program.shell(
            "export JDK_JAVA_OPTIONS=-Xmx64m; datamarket sweep '"
                + study
                + "' --threads 2 --quiet --no-report --out '"
                + folder.resolve("study")
                + "' 2> >(grep -v JDK_JAVA_OPTIONS >&2)");
    assertThat(outcome.err().lines()).singleElement().asString().hasSizeLessThanOrEqualTo(400);
    if (outcome.exit() == ExitCode.FAULT) { // the thread that writes was the one that got no memory
      assertThat(outcome.err())
          .matches(
              "datamarket: out of memory \\(64 MB\\).*; [23] of 4 runs are done and kept; to go on,"
                  + " add --resume\n");
    } else {
      assertThat(outcome.exit()).as(outcome.err()).isZero();
      assertThat(outcome.err()).contains("2 runs failed");
      assertThat(Files.readAllLines(folder.resolve("study/runs.csv")).subList(1, 5))
          .satisfiesExactly(
              row -> assertThat(row).contains(",converged,"),
              row -> assertThat(row).contains(",converged,"),
              row -> assertThat(row).contains(",error,OutOfMemoryError"),
              row -> assertThat(row).contains(",error,OutOfMemoryError"));
    }
    assertThat(
            Files.readString(folder.resolve("study/journal.jsonl"))
                .lines()
                .filter(line -> line.contains("converged")))
        .as("runs that are kept")
        .hasSizeGreaterThanOrEqualTo(2);
  }
}
