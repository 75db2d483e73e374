package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Played;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program among other processes: signals, full disks, pipes, MASON's own loop. */
class CommandLineIT {
  private static final String QUICKSTART = "models/quickstart.yaml";
  private static final String TINY = "models/tuffin-ties.yaml";
  private static final String BIDS =
      "{\"sellers\": [{\"quantity\": 9, \"reserve\": 0}], \"bids\": [[{\"quantity\": 6, \"price\":"
          + " 4}]]}";

  @TempDir private Path folder;

  private static void assertFault(Program.Outcome outcome, int exit, String message) {
    assertThat(outcome.err()).startsWith("datamarket: ").contains(message).doesNotContain("\tat ");
    assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(exit);
  }

  @Test
  void interrupted_theRunIsKeptAndContinuedToTheSameBytes() throws Exception {
    Path out = folder.resolve("new/out");
    Path checkpoint = folder.resolve("new/out.checkpoint");
    Object[] longRun = {
      "run",
      QUICKSTART,
      "--seed",
      1L << 40,
      "--set",
      "epsilon=0.002",
      "--set",
      "round-limit=300",
      "--out",
      out
    };
    Program program = Program.start(append(longRun, "--checkpoint-every", 20));
    while (!Files.exists(checkpoint) && program.isRunning()) {
      Thread.sleep(20);
    }
    program.interrupt();
    Program.Outcome stopped = program.outcome();

    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.out()).isEmpty();
    assertThat(stopped.err().lines()).hasSize(1);
    assertThat(stopped.err())
        .matches(
            "datamarket: stopped after round \\d+; to go on, add --restore \\Q"
                + checkpoint
                + "\\E\n");
    assertThat(Shell.tree(folder)).containsExactly("", "new", "new/out.checkpoint");

    assertThat(Shell.run(append(longRun, "--quiet", "--restore", checkpoint)).done()).isEmpty();
    Path straight = folder.resolve("straight");
    longRun[longRun.length - 1] = straight;
    assertThat(Shell.run(append(longRun, "--quiet")).done()).isEmpty();
    assertThat(Played.files(out)).isEqualTo(Played.files(straight)).hasSizeGreaterThan(10);
  }

  private static Object[] append(Object[] words, Object... more) {
    return Stream.of(words, more).flatMap(Arrays::stream).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40})
  void fullDisk_oneLineAndNothingLeft(int kilobytes) throws Exception {
    Program.Outcome outcome =
        Program.shell(
            "(ulimit -f "
                + kilobytes
                + "; datamarket run "
                + QUICKSTART
                + " --set round-limit=5 --out '"
                + folder
                + "/new/out') 2>&1 | cat; exit ${PIPESTATUS[0]}");
    assertFault(new Program.Outcome(outcome.exit(), "", outcome.out()), 1, folder + "/new/out/");
    assertThat(outcome.out()).contains(": File too large");
    assertThat(Shell.tree(folder)).containsExactly("");
  }

  @Test
  void fullDiskForACheckpoint_oneLineAndNothingLeft() throws Exception {
    Program.Outcome outcome =
        Program.shell(
            "ulimit -f 10; datamarket run "
                + QUICKSTART
                + " --checkpoint-every 1 --out '"
                + folder
                + "/new/out' >/dev/null");
    assertFault(
        outcome, 1, "/new/out.checkpoint: the checkpoint could not be written: File too large");
    assertThat(Shell.tree(folder)).containsExactly("");
  }

  @Test
  void fullStandardOutput_isAFaultOfTheMachine() throws Exception {
    String message = "standard output cannot be written: No space left on device";
    assertFault(Program.shell("echo '" + BIDS + "' | datamarket clear - >/dev/full"), 1, message);
    assertFault(Program.shell("datamarket --help >/dev/full"), 1, message);
    assertFault(Program.shell("datamarket generate-completion >/dev/full"), 1, message);
    assertFault(Program.shell("datamarket validate " + TINY + " >/dev/full"), 1, message);
    assertFault(
        Program.shell("datamarket run " + TINY + " --out '" + folder + "/out' >/dev/full"),
        1,
        message);
    assertThat(folder.resolve("out/summary.json")).as("what was written stays").exists();
  }

  @Test
  void closedPipe_endsInSilence() throws Exception {
    Program.Outcome outcome =
        Program.shell(
            "set -o pipefail; yes '"
                + BIDS
                + "' | datamarket clear - | head -2; echo \"${PIPESTATUS[*]}\"");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().toList()).hasSize(3).last().asString().endsWith(" 0 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rn | unknown command \"rn\"; did you mean \"run\"?",
        "run models/nowhere.yaml | there is no file models/nowhere.yaml",
        "run models/tuffin-ties.yaml --set epsilon=x | --set epsilon=x: epsilon is",
        "run src/test/resources/broken/alias.yaml | alias.yaml:",
        "run models/tuffin-ties.yaml --out /proc/run | /proc/run: cannot be created",
        "run models/tuffin-ties.yaml --out models | models: exists already",
        "clear README.md | README.md:1:1: is no JSON",
        "clear - | -: is empty",
        "compare - | -: is empty",
        "compare - --mechanisms vgc | --mechanisms vgc: the kind of mechanism is vgc",
      })
  void mistake_oneLineAndExitCodeTwo(String arguments, String message) throws Exception {
    Program.Outcome outcome = Program.shell("datamarket " + arguments + " </dev/null");
    assertThat(outcome.out()).isEmpty();
    assertFault(outcome, 2, message);
  }

  @Test
  void outOfMemory_oneLine() throws Exception {
    Program.Outcome outcome =
        Program.shell(
            "truncate -s 250M '"
                + folder
                + "/bids.json'; "
                + "export JDK_JAVA_OPTIONS=-Xmx32m; datamarket clear '"
                + folder
                + "/bids.json' 2> '"
                + folder
                + "/said'; code=$?; grep -v JDK_JAVA_OPTIONS '"
                + folder
                + "/said' >&2; exit $code");
    assertFault(
        outcome, 1, "out of memory (32 MB); give Java more with DATAMARKET_JAVA_OPTS=-Xmx8g");
  }

  @ParameterizedTest
  @CsvSource({
    "models/quickstart.yaml, 1",
    "models/reproduction.yaml, 4294967301",
    "models/worked-example.yaml, -3",
    "models/own-data.yaml, 9223372036854775807",
    "models/fixed-reserve-cycles.yaml, 1",
  })
  void masonsOwnLoop_reachesTheSameState(String model, long seed) throws Exception {
    String expected =
        Played.result(ModelFile.read(Path.of(model), List.of()).withSeed(seed)).stateHash();
    Program.Outcome outcome =
        Program.main("org.datamarket.simulation.DataMarket", "-model", model, "-seed", seed);

    assertThat(outcome.err()).contains("Job: 0 Seed: " + seed).doesNotContain("Exception");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .matches("seed " + seed + ": \\S+ after round \\d+, state " + expected + "\n");
  }

  @Test
  void masonsOwnLoop_asynchronousAndRepeated() throws Exception {
    String yaml =
        Files.readString(Path.of("models/reproduction.yaml"))
            + "activation: {kind: asynchronous, gap: {exponential: {mean: 1}}, delay: {weibull:"
            + " {shape: 2, scale: 0.3}}}\n";
    Path file = Files.writeString(folder.resolve("model.yaml"), yaml);
    Program.Outcome outcome =
        Program.main(
            "org.datamarket.simulation.DataMarket",
            "-model",
            file,
            "-seed",
            6L << 32,
            "-repeat",
            2);

    for (long seed : new long[] {6L << 32, (6L << 32) + 1}) {
      String hash = Played.result(ModelFile.read(file, List.of()).withSeed(seed)).stateHash();
      assertThat(outcome.out()).containsPattern("(?m)^seed " + seed + ": .*, state " + hash + "$");
    }
  }

  @Test
  void masonsOwnLoop_aMistakeIsToldBeforeItBegins() throws Exception {
    String type = "org.datamarket.simulation.DataMarket";
    assertFault(
        Program.main(type, "-seed", 4), 2, "a model is needed: -model models/quickstart.yaml");
    assertFault(Program.main(type, "-model", "nowhere.yaml"), 2, "there is no file nowhere.yaml");
    assertThat(Program.main(type, "-help").exit()).isZero();
    assertThat(Program.main(type, "-model", TINY, "-quiet", "-seed", 4).out()).isEmpty();
  }
}
