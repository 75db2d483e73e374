package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is done of a study survives whatever happens to the program, and leads to the same bytes.
 */
class SweepIT {
  private static final int RUNS = 60;
  private static final int KILLS = 5;
  private static final int SEEN_BETWEEN_KILLS = 3;

  @TempDir private Path folder;
  @TempDir private static Path shared;
  private Path straight;
  private Path study;
  private Path out;
  private Path journal;

  @BeforeEach
  void studyFile() throws IOException {
    Files.copy(Path.of("models/quickstart.yaml"), folder.resolve("m.yaml"));
    study = folder.resolve("s.yaml");
    straight = shared.resolve("straight");
    out = folder.resolve("out");
    journal = out.resolve("journal.jsonl");
    Files.writeString(
        study,
        """
        format: 1
        model: m.yaml
        set: {buyers.count: 25, sellers.count: 5, reach: full}
        factors:
          epsilon: [0.1, 0.2, 0.3]
          supply-demand-ratio: [0.3, 0.4, 0.5, 0.6]
        replications: 5
        measures: [efficiency, nash_gap, rounds]
        rounds: [messages]
        """);
  }

  private Object[] sweep(Path to) {
    return new Object[] {"sweep", study, "--out", to, "--threads", 2, "--resume"};
  }

  /** The lines of the journal that are whole, its header among them. */
  private List<String> lines() throws IOException {
    if (!Files.exists(journal)) {
      return List.of();
    }
    String text = Files.readString(journal);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private void awaitLines(Program program, int count) throws Exception {
    while (lines().size() < count && program.isRunning()) {
      Thread.sleep(5);
    }
  }

  private void assertSameTablesAsAtOnce() throws IOException {
    if (Files.notExists(straight)) {
      Shell.run("sweep", study, "--out", straight, "--threads", 1).done();
    }
    for (String table : List.of("runs.csv", "points.csv", "rounds.csv")) {
      assertThat(Files.readString(out.resolve(table)))
          .as(table)
          .isEqualTo(Files.readString(straight.resolve(table)));
    }
  }

  @Test
  void killedAgainAndAgain_losesNothing_andEndsWithTheSameBytes() throws Exception {
    List<String> before = List.of();
    for (int k = 1; k <= KILLS; k++) {
      Program program = Program.start(sweep(out));
      awaitLines(program, Math.max(1, before.size()) + SEEN_BETWEEN_KILLS);
      assertThat(program.isRunning()).as("killed in the middle").isTrue();
      program.kill();
      program.outcome();
      List<String> after = lines();
      assertThat(after.size()).isGreaterThan(before.size()).isLessThan(1 + RUNS);
      assertThat(after.subList(0, before.size())).as("what was kept stays").isEqualTo(before);
      assertThat(out.resolve("runs.csv")).doesNotExist();
      before = after;
    }
    Program.Outcome end = Program.start(sweep(out)).outcome();
    assertThat(end.exit()).as(end.err()).isZero();
    assertThat(end.out())
        .isEqualTo(
            RUNS
                + " runs, "
                + (RUNS + 1 - before.size())
                + " of them made now\nWritten to "
                + out
                + "\n");
    List<String> whole = lines();
    assertThat(whole.subList(0, before.size())).isEqualTo(before);
    assertThat(whole.stream().skip(1).map(SweepIT::key)).hasSize(RUNS).doesNotHaveDuplicates();
    assertSameTablesAsAtOnce();
  }

  private static String key(String line) {
    Matcher matcher = Pattern.compile("\"key\":\"([^\"]*)\"").matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return matcher.group(1);
  }

  @Test
  void interrupted_finishesWhatIsUnderWay_andSaysHowToGoOn() throws Exception {
    Program program = Program.start(sweep(out));
    awaitLines(program, 1 + SEEN_BETWEEN_KILLS);
    program.interrupt();
    Program.Outcome stopped = program.outcome();
    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.out()).isEmpty();
    assertThat(stopped.err())
        .isEqualTo(
            "datamarket: stopped; "
                + (lines().size() - 1)
                + " of 60 runs are done; to go on, add --resume\n");
    assertThat(Files.readString(journal)).endsWith("\n");
    assertThat(Shell.tree(out))
        .containsExactly("", "journal.jsonl", "manifest.json", "model.yaml", "study.yaml");
    assertThat(Program.start(sweep(out)).outcome().exit()).isZero();
    assertSameTablesAsAtOnce();
  }

  @Test
  void secondSweep_isRefused() throws Exception {
    Program program = Program.start(sweep(out));
    awaitLines(program, 1 + SEEN_BETWEEN_KILLS);
    assertThat(Shell.run(sweep(out)).mistake())
        .isEqualTo(journal + ": another sweep is at work on it");
    assertThat(Shell.run("sweep", study, "--out", out, "--force").mistake())
        .isEqualTo(out + ": is not replaced: another sweep is at work on it");
    assertThat(program.isRunning()).isTrue();
    program.kill();
    program.outcome();
  }

  @Test
  void fullDisk_keepsWhatIsDone() throws Exception {
    String command =
        "datamarket " + String.join(" ", Stream.of(sweep(out)).map(Object::toString).toList());
    Program.Outcome full =
        Program.shell("(ulimit -f 16; " + command + ") 2>&1 | cat; exit ${PIPESTATUS[0]}");
    int kept = lines().size() - 1;
    assertThat(full.exit()).as(full.out()).isEqualTo(1);
    assertThat(kept).isBetween(1, RUNS - 1);
    assertThat(full.out())
        .isEqualTo(
            "datamarket: "
                + journal
                + ": File too large; "
                + kept
                + " of 60 runs are done and kept; to go on, add --resume\n");
    assertThat(Files.readString(journal)).endsWith("\n");

    assertThat(Program.start(sweep(out)).outcome().exit()).isZero();
    assertSameTablesAsAtOnce();
  }
}
