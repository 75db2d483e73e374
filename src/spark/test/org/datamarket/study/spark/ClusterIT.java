package org.datamarket.study.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a real cluster: a master and two workers, each a process. */
class ClusterIT {
  private static final int RUNS = 200;
  private static final int KILL_AFTER = 40;
  private static final long PATIENCE_SECONDS = 150;

  /** Classes of a study's own, which are in no jar of the cluster. */
  private static final String OWN =
      Path.of(ClusterIT.class.getProtectionDomain().getCodeSource().getLocation().getPath())
          .toString();

  @TempDir private Path folder;

  private Path study(String name, String factors) throws IOException {
    Files.writeString(
        folder.resolve("market.yaml"),
        """
        format: 1
        name: small
        epsilon: 0.3
        buyers:
          count: 200
          demand: {lognormal: {median: 2, sigma: 0.6}}
          valuation: {kind: alpha-fair, sigma: {uniform: {min: 5, max: 15}}, alpha: 0.5}
          strategy: opt-out
        sellers:
          count: 40
          quantity: {lognormal: {median: 5, sigma: 0.8}}
          reserve: 0.1
          strategy: progressive
        supply-demand-ratio: 0.6
        reach: {kind: random, sellers: 12}
        """);
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "format: 1\nname: %s\nmodel: market.yaml\nrounds: [messages]\n%s".formatted(name, factors));
  }

  private Process sweep(Path study, Path out, Object... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("sweep", study.toString(), "--out", out.toString()));
    Stream.of(more).map(Object::toString).forEach(arguments::add);
    return Cluster.java(
        log(out),
        List.of(
            "-Xmx512m",
            "-Dspark.task.maxFailures=2",
            // On a slow machine one executor could have done it all before the other is up.
            "-Dspark.cores.max=2",
            "-Dspark.scheduler.minRegisteredResourcesRatio=1",
            "-Dspark.scheduler.maxRegisteredResourcesWaitingTime=120s",
            "-Dspark.executor.extraClassPath=" + OWN),
        File.pathSeparator + OWN,
        "org.datamarket.cli.Main",
        arguments);
  }

  private static Path log(Path out) {
    return out.resolveSibling(out.getFileName() + ".log");
  }

  private static void finish(Process sweep, Path out) throws Exception {
    boolean ended = sweep.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String log = Files.readString(log(out));
    assertThat(ended).as("ends in time; it says: " + log).isTrue();
    assertThat(sweep.exitValue()).as(log).isZero();
  }

  private static List<String> journal(Path out) throws IOException {
    Path journal = out.resolve("journal.jsonl");
    if (!Files.exists(journal)) {
      return List.of();
    }
    String text = Files.readString(journal);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().skip(1).toList();
  }

  /** Where runs were carried out. */
  private static List<String> hosts(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll(".*\"host\":\"([^\"]*)\".*", "$1")).distinct().toList();
  }

  private static String hash(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void studyWhoseWorkerIsKilled_hasTheTablesOfThreads() throws Exception {
    Path study =
        study("killed", "factors: {epsilon: [0.3, 0.6, 1, 2], buyers.count: [150, 200]}\nreplications: 25\n");
    Path threads = folder.resolve("threads");
    Path spark = folder.resolve("spark");
    Process alone = sweep(study, threads, "--threads", 2);
    try {
      finish(alone, threads);
    } finally {
      alone.destroyForcibly();
    }
    List<String> before;
    List<ProcessHandle> victims;
    try (Cluster cluster = new Cluster(Files.createDirectory(folder.resolve("cluster")), 2)) {
      Process sweep = sweep(study, spark, "--engine", "spark", "--master", cluster.address());
      try {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while ((journal(spark).size() < KILL_AFTER || hosts(journal(spark)).size() < 2)
            && sweep.isAlive()
            && System.nanoTime() - deadline < 0) {
          Thread.sleep(5);
        }
        victims = cluster.lastWorker();
        Cluster.kill(victims);
        before = journal(spark);
        assertThat(sweep.isAlive()).as(Files.readString(log(spark)) + cluster.logs()).isTrue();
        finish(sweep, spark);
      } finally {
        sweep.destroyForcibly();
      }
    }
    List<String> after = journal(spark);
    assertThat(victims).as("the worker and its executor").hasSizeGreaterThanOrEqualTo(2);
    assertThat(before.size()).as("runs when the worker died").isBetween(KILL_AFTER, RUNS - 10);
    assertThat(hosts(before)).as("executors until then").hasSize(2);
    assertThat(after).as("no run twice").hasSize(RUNS);
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(hosts(after.subList(RUNS - 5, RUNS))).as("who did the last runs").hasSize(1);
    System.out.println(
        "killed " + victims.size() + " processes after " + before.size() + " of " + RUNS + " runs; runs.csv " + hash(spark.resolve("runs.csv")));
    for (String table : List.of("runs.csv", "points.csv", "rounds.csv")) {
      assertThat(hash(spark.resolve(table))).as(table).isEqualTo(hash(threads.resolve(table)));
    }
  }

  @Test
  void runThatEndsItsJavaMachine_failsAlone() throws Exception {
    String strategies = "sellers.strategy: [progressive, {class: \"%s\"}]".formatted(Halting.class.getName());
    Path harmless = study("harmless", "factors: {buyers.count: [10, 20, 30], sellers.strategy: [progressive]}\n");
    Path fatal = study("fatal", "design: one-at-a-time\nfactors: {buyers.count: [10, 20, 30], " + strategies + "}\n");
    Path threads = folder.resolve("threads");
    Path spark = folder.resolve("spark");
    Process alone = sweep(harmless, threads, "--threads", 1);
    try {
      finish(alone, threads);
    } finally {
      alone.destroyForcibly();
    }
    try (Cluster cluster = new Cluster(Files.createDirectory(folder.resolve("cluster")), 2)) {
      Process sweep = sweep(fatal, spark, "--engine", "spark", "--master", cluster.address());
      try {
        finish(sweep, spark);
      } finally {
        sweep.destroyForcibly();
      }
    }
    List<String> rows = rows(spark);
    List<String> failed = rows.stream().filter(row -> row.contains(",error,")).toList();
    assertThat(failed).hasSize(1).allMatch(row -> row.contains("Halting") && row.contains("ended the Java machine"));
    List<String> others = rows.stream().filter(row -> !row.contains(",error,")).toList();
    assertThat(others.stream().map(ClusterIT::withoutPoint).toList())
        .isEqualTo(rows(threads).stream().map(ClusterIT::withoutPoint).toList());
  }

  private static List<String> rows(Path out) throws IOException {
    return Files.readAllLines(out.resolve("runs.csv")).stream().skip(1).toList();
  }

  private static String withoutPoint(String row) {
    return row.substring(row.indexOf(',') + 1);
  }
}
