package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.datamarket.run.Played;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies of real markets, from the command line to the tables. */
class SweepCommandTest {
  @TempDir private Path folder;
  private Path study;

  @BeforeEach
  void studyFile() throws IOException {
    Files.copy(Path.of("models/quickstart.yaml"), folder.resolve("m.yaml"));
    study = folder.resolve("s.yaml");
    Files.writeString(
        study,
        """
        format: 1
        model: m.yaml
        set: {buyers.count: 12, sellers.count: 3, reach: full}
        factors:
          epsilon: [0.3, 1]
          supply-demand-ratio: [0.4, 0.8]
        replications: 3
        measures: [efficiency, nash_gap, rounds]
        rounds: [messages, welfare]
        """);
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private Shell.Outcome sweep(Path out, Object... more) {
    List<Object> words = new ArrayList<>(List.of("sweep", study, "--out", out));
    words.addAll(List.of(more));
    return Shell.run(words.toArray());
  }

  private static Map<String, String> tables(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .collect(Collectors.toMap(file -> file.getFileName().toString(), SweepCommandTest::text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void study_becomesAFolder() throws IOException {
    String told = sweep(at("o"), "--threads", 2).done();
    assertThat(told).isEqualTo("12 runs\nWritten to " + at("o") + "\n");
    assertThat(Shell.tree(at("o")))
        .containsExactly(
            "",
            "journal.jsonl",
            "manifest.json",
            "model.yaml",
            "points.csv",
            "report.html",
            "rounds.csv",
            "runs.csv",
            "study.yaml");
    assertThat(text(at("o/runs.csv")).lines()).hasSize(13);
    assertThat(text(at("o/points.csv")).lines()).hasSize(5);
    assertThat(text(at("o/runs.csv")))
        .startsWith(
            "point,replication,seed,epsilon,supply-demand-ratio,status,error,efficiency,nash_gap,rounds\n"
                + "1,1,");
    assertThat(text(at("o/rounds.csv")))
        .startsWith("point,replication,round,messages,welfare\n1,1,1,");
    assertThat(text(at("o/manifest.json"))).contains("\"runs.csv\"", "\"journal.jsonl\"", "sweep");
  }

  @Test
  void runsThatAreClearedOnce_areNoneThatDidNotConverge() throws IOException {
    sweep(at("o"), "--set", "mechanism=vcg", "--no-report").done();
    assertThat(text(at("o/runs.csv")).lines().skip(1)).allMatch(line -> line.contains(",cleared,"));
    assertThat(text(at("o/points.csv")).lines().skip(1))
        .allMatch(line -> line.matches("\\d,[0-9.]+,[0-9.]+,3,0,1\\.0,.*"));
  }

  @Test
  void shards_areJoinedToTheSameBytes() throws IOException {
    sweep(at("o"), "--threads", 1).done();
    for (int k = 1; k <= 3; k++) {
      assertThat(sweep(at("s" + k), "--shard", k + "/3").done())
          .startsWith("Shard " + k + "/3: 4 runs\n");
    }
    String missing = Shell.run("merge", at("s1"), at("s3"), "--out", at("m")).mistake();
    assertThat(missing)
        .isEqualTo(
            "4 runs are missing: point 1 replication 2, point 2 replication 2, point 3 replication"
                + " 2, …; finish the shards with sweep --resume");
    assertThat(at("m")).doesNotExist();
    Shell.run("merge", at("s2"), at("s1"), at("s3"), at("s1"), "--out", at("m")).done();
    assertThat(tables(at("m"))).isEqualTo(tables(at("o"))).hasSize(3);
    assertThat(sweep(at("m"), "--resume").done()).startsWith("12 runs, 0 of them made now\n");
    assertThat(tables(at("m"))).isEqualTo(tables(at("o")));
  }

  @Test
  void folderOfAStudy_isAStudyItself() throws IOException {
    sweep(at("o")).done();
    Shell.run("sweep", at("o/study.yaml"), "--out", at("again")).done();
    assertThat(tables(at("again"))).isEqualTo(tables(at("o")));
    Shell.run("sweep", at("o/study.yaml"), "--out", at("o"), "--resume").done();
    assertThat(text(at("again/study.yaml"))).isEqualTo(text(at("o/study.yaml")));
  }

  @Test
  void resume_beginsWhatIsNotThere_andForceBeginsAgain() throws IOException {
    assertThat(sweep(at("o"), "--resume").done()).startsWith("12 runs\n");
    assertThat(sweep(at("o")).mistake()).contains("exists already; go on with it by --resume");
    assertThat(sweep(at("o"), "--force", "--quiet", "--set", "replications=1").done()).isEmpty();
    assertThat(text(at("o/runs.csv")).lines()).hasSize(5);
  }

  @Test
  void addedLevel_leavesOtherRowsAsTheyWere() throws IOException {
    sweep(at("o")).done();
    Files.writeString(study, text(study).replace("[0.3, 1]", "[0.1, 1, 0.3]"));
    sweep(at("p")).done();
    List<String> rows = text(at("o/runs.csv")).lines().map(SweepCommandTest::withoutPoint).toList();
    List<String> more = text(at("p/runs.csv")).lines().map(SweepCommandTest::withoutPoint).toList();
    assertThat(more).hasSize(19).containsAll(rows);
  }

  private static String withoutPoint(String row) {
    return row.substring(row.indexOf(','));
  }

  @Test
  void replay_playsARowAgain() throws IOException {
    sweep(at("o")).done();
    String told = Shell.run("replay", at("o"), 5, "--out", at("r")).done();
    assertThat(told).endsWith("Written to " + at("r") + "\nIt came out as in the study.\n");
    String seed = text(at("o/runs.csv")).lines().toList().get(5).split(",")[2];
    assertThat(text(at("r/summary.json"))).contains("\"seed\" : " + seed);
    assertThat(text(at("r/model.yaml"))).contains("epsilon: 0.3", "supply-demand-ratio: 0.8");
    assertThat(Shell.run("replay", at("o"), "2/2", "--out", at("r2"), "--quiet").done()).isEmpty();
    assertThat(Played.files(at("r2"))).isEqualTo(Played.files(at("r")));

    Files.writeString(
        at("o/runs.csv"), text(at("o/runs.csv")).replaceAll("(?m)^(2,2,.*),(\\d+)$", "$1,9$2"));
    Shell.Outcome differs = Shell.run("replay", at("o"), 5, "--out", at("r3"));
    assertThat(differs.exit()).isEqualTo(1);
    assertThat(differs.err())
        .matches(
            "datamarket: the run came out differently than in the study: rounds is (\\d+), was"
                + " 9\\1\n");
  }

  @Test
  void failingRun_isARowThatCanBeReplayed() {
    Shell.Outcome told =
        sweep(at("o"), "--set", "limits.seconds=1e-9", "--set", "factors.epsilon=[0.3]");
    assertThat(told.exit()).as("when no run succeeded").isEqualTo(1);
    assertThat(told.err())
        .isEqualTo(
            "datamarket: 6 runs failed; the column error says why, and replay plays one again\n");
    assertThat(text(at("o/runs.csv")).lines().skip(1))
        .hasSize(6)
        .allMatch(row -> row.contains(",error,"));
    assertThat(Shell.run("replay", at("o"), 2, "--out", at("r")).done())
        .startsWith("The run fails as in the study: took more than ");
    assertThat(at("r")).doesNotExist();

    Shell.Outcome stop =
        sweep(at("p"), "--set", "limits.seconds=1e-9", "--on-error", "stop", "--threads", 1);
    assertThat(stop.exit()).isEqualTo(1);
    assertThat(stop.err())
        .matches(
            "datamarket: stopped: point 1 replication 1 failed: took more than .* s; \\d+ of 12"
                + " runs are done; to go on all the same, add --resume --on-error continue\n");
    assertThat(at("p/runs.csv")).doesNotExist();
    Shell.Outcome retry = sweep(at("q"), "--set", "limits.seconds=1e-9", "--on-error", "retry:2");
    assertThat(retry.exit()).isEqualTo(1);
    assertThat(text(at("q/journal.jsonl")).lines().skip(1))
        .allMatch(line -> line.contains("\"attempt\":3,"));
  }

  @Test
  void adaptiveReplications_areTheSameInShards() throws IOException {
    Object[] adaptive = {
      "--set", "replications={at-least: 2, at-most: 9, until: {measure: efficiency, within: 0.01}}"
    };
    sweep(at("o"), adaptive).done();
    assertThat(text(at("o/runs.csv")).lines().count()).isBetween(9L, 37L);
    for (int k = 1; k <= 3; k++) {
      sweep(at("s" + k), adaptive[0], adaptive[1], "--shard", k + "/3", "--threads", k).done();
    }
    Shell.run("merge", at("s1"), at("s2"), at("s3"), "--out", at("m")).done();
    assertThat(tables(at("m"))).isEqualTo(tables(at("o")));
  }

  @Test
  void dryRun_tellsWhatThereIsToDo_andDoesNothing() throws IOException {
    List<String> before = Shell.tree(folder);
    String told = sweep(at("o"), "--dry-run", "--threads", 2).done();
    assertThat(told)
        .startsWith(
            """
            s: 4 points, 3 replications: 12 runs
              point 1 (epsilon = 0.3, supply-demand-ratio = 0.4)
              point 2 (epsilon = 0.3, supply-demand-ratio = 0.8)
              point 3 (epsilon = 1, supply-demand-ratio = 0.4)
              …
            There is no mistake in any point.
            4 runs were tried,\
            """)
        .containsPattern("the study will take about \\d+ s on 2 threads, and \\d+ kB in ");
    assertThat(Shell.tree(folder)).isEqualTo(before);
  }

  /** The report is the most of a small study. */
  @Test
  void dryRun_estimatesTheRoomOfAllFiles() throws IOException {
    for (List<String> options : List.of(List.<String>of(), List.of("--no-report"))) {
      List<Object> words = new ArrayList<>(options);
      words.addAll(List.of("--set", "rounds=[welfare]"));
      Path made = at("o" + options.size());
      sweep(made, words.toArray()).done();
      double bytes = 0;
      for (String name : Shell.tree(made)) {
        bytes += name.isEmpty() ? 0 : Files.size(made.resolve(name));
      }
      words.add("--dry-run");
      String told = sweep(at("dry"), words.toArray()).done();
      Matcher size = Pattern.compile(", and (\\d+) kB in ").matcher(told);
      assertThat(size.find()).as(told).isTrue();
      assertThat(1000 * Double.parseDouble(size.group(1))).isBetween(0.7 * bytes, 1.4 * bytes);
    }
  }

  /** Many points have the same mistake, and it stands where the level stands. */
  @Test
  void dryRun_tellsAMistakeOfManyPointsOnce() {
    Shell.Outcome told =
        sweep(
            at("o"),
            "--dry-run",
            "--set",
            "factors.buyers.demand=[0.5, 2]",
            "--set",
            "factors.seen={levels: {a: {reach.sellers: 2}, b: {reach.sellers: 5}}}",
            "--set",
            "set={buyers.count: 4, sellers.count: 3, reach: {kind: random, sellers: 1}}");
    assertThat(told.exit()).as(told.out()).isEqualTo(2);
    assertThat(told.err())
        .matches(
            "datamarket: --set factors\\.seen=.*: point 2 \\(.*\\) and 7 more points:"
                + " reach\\.sellers=5: sellers is 5; expected at most 3, the number of sellers\n");
  }

  @Test
  void dryRun_pointsAtTheCellOfATable() throws IOException {
    Files.writeString(at("p.csv"), "sellers.count,reach.sellers\n5,3\n4,9\n");
    Files.writeString(
        at("p.yaml"),
        """
        format: 1
        model: m.yaml
        set: {reach: {kind: random, sellers: 1}}
        design: {kind: points, csv: p.csv}
        """);
    String told = Shell.run("sweep", at("p.yaml"), "--dry-run").mistake();
    assertThat(told)
        .isEqualTo(
            at("p.csv")
                + ":3: column \"reach.sellers\": point 2 (sellers.count = 4, reach.sellers = 9):"
                + " reach.sellers=9: sellers is 9; expected at most 4, the number of sellers");
  }

  @Test
  void dryRun_tellsEveryMistake() {
    Shell.Outcome told =
        sweep(
            at("o"),
            "--dry-run",
            "--set",
            "factors={buyers.demand: [0.5, 2], buyers.valuation: [{kind: parabolic, slope: 1},"
                + " {kind: alpha-fair, sigma: 5, alpha: 0.5}]}",
            "--set",
            "factors.seen={levels: {a: {reach.sellers: 2}, b: {reach.sellers: 5}, c:"
                + " {reach.sellers: 6}}}",
            "--set",
            "set={buyers.count: 4, sellers.count: 3, reach: {kind: random, sellers: 1}}");
    assertThat(told.exit()).as(told.out()).isEqualTo(2);
    assertThat(told.err().lines())
        .hasSize(2)
        .allMatch(
            line -> line.startsWith("datamarket: --set factors") && line.contains(": point "));
    assertThat(told.out()).isEmpty();
  }
}
