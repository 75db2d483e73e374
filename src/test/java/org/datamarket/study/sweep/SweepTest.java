package org.datamarket.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.Replications;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Sweep.Ending;
import org.datamarket.study.table.StudyTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables depend on the study alone: not on threads, shards, interruptions or order. */
class SweepTest {
  private static final String VERSION = "1.0";
  private static final Replications ADAPTIVE = Replications.until(3, 40, "value", 0.05);

  @TempDir private Path folder;
  private int folders;

  private Path newFolder(Study study) throws IOException {
    Path made = Files.createDirectories(folder.resolve("f" + ++folders));
    StudyFolder.contents(study).writeTo(made);
    return made;
  }

  private static Ending sweep(
      Path at, Study study, Shard shard, Engine engine, OnError onError, int most)
      throws Exception {
    AtomicInteger made = new AtomicInteger();
    try (Journal journal = StudyJournals.open(at, study, shard, VERSION);
        engine) {
      Sweep sweep = new Sweep(study, shard, journal, onError);
      Ending ending =
          sweep.run(engine, (run, progress) -> made.incrementAndGet(), () -> made.get() >= most);
      if (ending == Ending.COMPLETE) {
        assertThat(sweep.progress().done()).isEqualTo(sweep.progress().planned());
        if (shard.isWhole()) {
          new StudyTables(study, journal).writeTo(at);
        }
      }
      return ending;
    }
  }

  private static Engine threads(Study study, int threads) {
    return new ThreadEngine(study.runner(), threads, "host");
  }

  private Map<String, String> whole(Study study, Engine engine) throws Exception {
    Path at = newFolder(study);
    assertThat(sweep(at, study, Shard.WHOLE, engine, OnError.CONTINUE, Integer.MAX_VALUE))
        .isEqualTo(Ending.COMPLETE);
    return tables(at);
  }

  private static Map<String, String> tables(Path at) throws IOException {
    Map<String, String> tables = new TreeMap<>();
    for (String table : List.of(StudyTables.RUNS, StudyTables.POINTS, StudyTables.ROUNDS)) {
      tables.put(table, Files.readString(at.resolve(table)));
    }
    return tables;
  }

  private Map<String, String> shards(Study study, int count) throws Exception {
    List<Path> parts = new ArrayList<>();
    for (int k = count; k >= 1; k--) {
      Path at = newFolder(study);
      parts.add(at);
      sweep(at, study, new Shard(k, count), threads(study, 1), OnError.CONTINUE, Integer.MAX_VALUE);
      if (count > 1) {
        assertThat(at.resolve(StudyTables.RUNS)).doesNotExist();
      }
    }
    Path all = Files.createDirectories(folder.resolve("f" + ++folders));
    try (Merge merge = Merge.of(parts, file -> study)) {
      merge.contents().writeTo(all);
    }
    assertThat(sweep(all, study, Shard.WHOLE, threads(study, 1), OnError.CONTINUE, 0))
        .as("the joined folder goes on as a whole one")
        .isIn(Ending.STOPPED, Ending.COMPLETE);
    return tables(all);
  }

  /** Delivers runs in an order of its own. */
  private static final class ShuffledEngine implements Engine {
    private final Runner runner;
    private final Random random;
    private final List<RunSpec> waiting = new ArrayList<>();

    ShuffledEngine(Runner runner, long seed) {
      this.runner = runner;
      this.random = new Random(seed);
    }

    @Override
    public int capacity() {
      return 1 + random.nextInt(50);
    }

    @Override
    public void submit(List<RunSpec> specs) {
      waiting.addAll(specs);
    }

    @Override
    public Optional<Finished> next(Duration patience) {
      if (random.nextInt(10) == 0) {
        return Optional.empty();
      }
      RunSpec spec = waiting.remove(random.nextInt(waiting.size()));
      return Optional.of(new Finished(spec, runner.run(spec), random.nextDouble(), "host"));
    }

    @Override
    public int stop() {
      int given = random.nextInt(waiting.size() + 1);
      waiting.subList(0, given).clear();
      return given;
    }

    @Override
    public void close() {
      waiting.clear();
    }
  }

  private static List<FakeStudy> studies() {
    return List.of(FakeStudy.of(17, 5), FakeStudy.of(17, ADAPTIVE, FakeStudy::play));
  }

  @Test
  void tables_areTheSameOnAnyThreadsInAnyShardsAndInAnyOrder() throws Exception {
    for (FakeStudy study : studies()) {
      Map<String, String> expected = whole(study, threads(study, 1));
      assertThat(whole(study, threads(study, 2))).isEqualTo(expected);
      assertThat(whole(study, threads(study, 7))).isEqualTo(expected);
      for (int seed = 0; seed < 5; seed++) {
        assertThat(whole(study, new ShuffledEngine(study.runner(), seed))).isEqualTo(expected);
      }
      for (int count : new int[] {1, 2, 3, 30}) {
        assertThat(shards(study, count)).as("%d shards", count).isEqualTo(expected);
      }
    }
  }

  @Test
  void interruptedSweep_goesOnToTheSameTables_andMakesNoRunTwice() throws Exception {
    for (FakeStudy plain : studies()) {
      Map<String, String> expected = whole(plain, threads(plain, 1));
      Map<String, Integer> played = new ConcurrentHashMap<>();
      FakeStudy study =
          plain.with(
              spec -> {
                played.merge(spec.key(), 1, Integer::sum);
                return FakeStudy.play(spec);
              });
      Path at = newFolder(study);
      Ending ending = Ending.STOPPED;
      int stops = 0;
      for (int seed = 0; ending == Ending.STOPPED; seed++, stops++) {
        Engine engine = new ShuffledEngine(study.runner(), seed);
        ending = sweep(at, study, Shard.WHOLE, engine, OnError.CONTINUE, 13);
      }
      assertThat(stops).isGreaterThan(3);
      assertThat(tables(at)).isEqualTo(expected);
      assertThat(played.values()).containsOnly(1);
    }
  }

  @Test
  void adaptiveTables_haveNoRowBeyondWhatWasNeeded() throws Exception {
    FakeStudy study = FakeStudy.of(17, ADAPTIVE, FakeStudy::play);
    String runs = whole(study, threads(study, 2)).get(StudyTables.RUNS);
    Map<Integer, List<Double>> values = new TreeMap<>();
    runs.lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(
            cells ->
                values
                    .computeIfAbsent(Integer.parseInt(cells[0]), none -> new ArrayList<>())
                    .add(Double.parseDouble(cells[6])));
    assertThat(values).hasSize(17);
    assertThat(values.values().stream().map(List::size).distinct()).hasSizeGreaterThan(3);
    for (List<Double> point : values.values()) {
      double[] all = point.stream().mapToDouble(Double::doubleValue).toArray();
      assertThat(ADAPTIVE.decide(all)).hasValue(all.length);
    }
  }

  @Test
  void equalPoints_areRunOnce_andHaveTheirRowsEach() throws Exception {
    FakeStudy one = FakeStudy.of(3, 2);
    AtomicInteger played = new AtomicInteger();
    List<Point> points =
        IntStream.rangeClosed(1, 9)
            .mapToObj(k -> new Point(k, one.points().get((k - 1) % 3).settings()))
            .toList();
    // Outcomes must not depend on the point's number here.
    FakeStudy study =
        new FakeStudy(
            points,
            one.replications(),
            List.of(),
            spec -> {
              played.incrementAndGet();
              return new Outcome("converged", "", List.of("" + spec.seed(), ""), List.of());
            });
    for (int seed = 0; seed < 5; seed++) {
      Path at = newFolder(study);
      Engine engine = new ShuffledEngine(study.runner(), seed);
      sweep(at, study, Shard.WHOLE, engine, OnError.CONTINUE, Integer.MAX_VALUE);
      assertThat(played.getAndSet(0)).isEqualTo(6);
      List<String> rows = Files.readAllLines(at.resolve(StudyTables.RUNS));
      assertThat(rows).hasSize(1 + 18);
      assertThat(rows.get(1).substring(1)).isEqualTo(rows.get(7).substring(1));
    }
  }

  private static FakeStudy failing(AtomicInteger played) {
    return FakeStudy.of(
        6,
        Replications.fixed(2),
        spec -> {
          played.incrementAndGet();
          if (spec.point() == 2) {
            throw new IllegalStateException("broken\nhere");
          } else if (spec.point() == 3) {
            throw new StackOverflowError();
          } else if (spec.point() == 4) {
            throw new OutOfMemoryError("Java heap space");
          }
          return FakeStudy.play(spec);
        });
  }

  @Test
  void failures_areRows() throws Exception {
    FakeStudy study = failing(new AtomicInteger());
    Path at = newFolder(study);
    assertThat(sweep(at, study, Shard.WHOLE, threads(study, 2), OnError.CONTINUE, 99))
        .isEqualTo(Ending.COMPLETE);
    List<String> rows = Files.readAllLines(at.resolve(StudyTables.RUNS));
    assertThat(rows.get(3)).matches("2,1,-?\\d+,2,error,IllegalStateException: broken here,,");
    assertThat(rows.get(5)).matches("3,1,-?\\d+,3,error,StackOverflowError,,");
    assertThat(rows.get(7)).matches("4,1,-?\\d+,4,error,OutOfMemoryError: Java heap space,,");
    assertThat(Files.readAllLines(at.resolve(StudyTables.POINTS)).get(2))
        .isEqualTo("2,2,2,2,,,,,,,,,");
    assertThat(Files.readString(at.resolve(StudyTables.ROUNDS)).lines())
        .noneMatch(line -> line.startsWith("2,"));
  }

  @Test
  void firstFailure_endsASweepThatIsToStop_untilItGoesOnAllTheSame() throws Exception {
    AtomicInteger played = new AtomicInteger();
    FakeStudy study = failing(played);
    Path at = newFolder(study);
    for (int k = 0; k < 2; k++) {
      assertThat(
              sweep(
                  at, study, Shard.WHOLE, new ShuffledEngine(guarded(study), k), OnError.STOP, 99))
          .isEqualTo(Ending.FAILED);
      assertThat(at.resolve(StudyTables.RUNS)).doesNotExist();
    }
    int before = played.get();
    assertThat(before).isLessThan(12);
    sweep(at, study, Shard.WHOLE, threads(study, 1), OnError.CONTINUE, 99);
    assertThat(played).hasValue(12);
    assertThat(tables(at)).isEqualTo(whole(study, threads(study, 2)));
  }

  private static Runner guarded(Study study) {
    return spec -> {
      try {
        return study.runner().run(spec);
      } catch (RuntimeException | Error failure) {
        return Outcome.failed(failure);
      }
    };
  }

  @Test
  void retries_areMadeAndCounted_andTheirSuccessCounts() throws Exception {
    Map<String, Integer> tries = new ConcurrentHashMap<>();
    FakeStudy study =
        FakeStudy.of(
            4,
            Replications.fixed(2),
            spec -> {
              int tried = tries.merge(spec.key(), 1, Integer::sum);
              if (tried <= spec.point() - 1) {
                throw new IllegalStateException("not yet");
              }
              return FakeStudy.play(spec);
            });
    Path at = newFolder(study);
    sweep(at, study, Shard.WHOLE, threads(study, 2), OnError.of("retry:2").orElseThrow(), 99);
    List<String> rows = Files.readAllLines(at.resolve(StudyTables.RUNS));
    assertThat(rows.stream().filter(row -> row.contains("error,"))).hasSize(1 + 2);
    assertThat(tries).containsEntry("x=1#1", 1).containsEntry("x=3#2", 3).containsEntry("x=4#1", 3);

    sweep(at, study, Shard.WHOLE, threads(study, 2), OnError.of("retry:2").orElseThrow(), 99);
    assertThat(tries).containsEntry("x=4#1", 3);
    sweep(at, study, Shard.WHOLE, threads(study, 2), OnError.of("retry:3").orElseThrow(), 99);
    assertThat(tries).containsEntry("x=4#1", 4);
    FakeStudy sound = FakeStudy.of(4, 2);
    assertThat(tables(at)).isEqualTo(whole(sound, threads(sound, 1)));
  }

  @Test
  void failingJournal_endsTheSweepWithTheJournalWhole() throws Exception {
    FakeStudy study = FakeStudy.of(5, 2);
    Path at = newFolder(study);
    assertThatThrownBy(
            () -> {
              try (Journal journal = StudyJournals.open(at, study, Shard.WHOLE, VERSION);
                  Engine engine = threads(study, 2)) {
                new Sweep(study, Shard.WHOLE, journal, OnError.CONTINUE)
                    .run(
                        engine,
                        (run, progress) -> {
                          if (progress.made() == 4) {
                            close(journal);
                          }
                        },
                        () -> false);
              }
            })
        .isInstanceOf(IOException.class);
    assertThat(Files.readAllLines(at.resolve(Journal.FILE))).hasSize(1 + 4);
    sweep(at, study, Shard.WHOLE, threads(study, 2), OnError.CONTINUE, 99);
    assertThat(tables(at)).isEqualTo(whole(study, threads(study, 1)));
  }

  private static void close(Journal journal) {
    try {
      journal.close();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "1", "1/0", "a/b", "-1/3", "1/3/5", "", "1/9999999999"})
  void badShards_areNone(String text) {
    assertThat(Shard.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "retry", "retry:", "retry:0", "retry:-1", "retry:x", "Stop", "continue "})
  void badModes_areNone(String text) {
    assertThat(OnError.of(text)).isEmpty();
  }

  @Test
  void shards_haveEachRunOnce() throws Exception {
    for (FakeStudy study :
        List.of(FakeStudy.of(7, 3), FakeStudy.of(7, ADAPTIVE, FakeStudy::play))) {
      List<String> keys = new ArrayList<>();
      long planned = 0;
      for (int k = 1; k <= 4; k++) {
        Path at = newFolder(study);
        Shard shard = new Shard(k, 4);
        try (Journal journal = StudyJournals.open(at, study, shard, VERSION)) {
          PendingRuns pending = new PendingRuns(study, shard, journal, 0);
          planned += pending.planned();
          for (Optional<RunSpec> spec = pending.next(); spec.isPresent(); spec = pending.next()) {
            keys.add(spec.get().key());
          }
        }
      }
      assertThat(keys).hasSize(21).doesNotHaveDuplicates();
      assertThat(planned).isEqualTo(21);
    }
  }
}
