package org.datamarket.study.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Study;
import org.datamarket.study.file.StudyFile;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.Fingerprint;
import org.datamarket.study.sweep.StudyFolder;
import org.datamarket.study.sweep.ThreadEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine within this Java machine; {@link ClusterIT} has a real cluster. */
class SparkEngineTest {
  private static final Duration WAIT = Duration.ofMillis(50);
  private static final Optional<String> HERE = Optional.of("local[2]");

  @TempDir private Path folder;
  private Study study;

  /** A study with a table of points, and a point that no model can have. */
  @BeforeEach
  void readStudy() throws Exception {
    Files.writeString(
        folder.resolve("market.yaml"),
        """
        format: 1
        buyers: {count: 20, demand: {uniform: {min: 1, max: 3}}, valuation: {kind: alpha-fair, sigma: 10, alpha: 0.5}}
        sellers: {count: 4, quantity: 5}
        reach: {kind: random, sellers: 2}
        """);
    Files.writeString(
        folder.resolve("points.csv"), "epsilon,reach.sellers\n0.3,2\n1,3\n1,9\n0.1,4\n");
    Path file =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            format: 1
            model: market.yaml
            design: {kind: points, csv: points.csv}
            replications: 3
            rounds: [messages]
            """);
    study = StudyFile.read(file, List.of());
  }

  private List<RunSpec> runs() {
    List<RunSpec> runs = new ArrayList<>();
    study.points().forEach(point -> {
      for (int k = 1; k <= study.replications().atLeast(); k++) {
        runs.add(study.run(point, k));
      }
    });
    return runs;
  }

  private static Map<String, Outcome> outcomes(Engine engine, List<RunSpec> runs) throws Exception {
    Map<String, Outcome> outcomes = new TreeMap<>();
    engine.submit(runs);
    while (outcomes.size() < runs.size()) {
      Optional<Finished> finished = engine.next(WAIT);
      finished.ifPresent(run -> assertThat(outcomes.put(run.spec().key(), run.outcome())).isNull());
    }
    return outcomes;
  }

  @Test
  void outcomes_areThoseOfThreads() throws Exception {
    Map<String, Outcome> expected;
    try (Engine threads = new ThreadEngine(study.runner(), 1, "")) {
      expected = outcomes(threads, runs());
    }
    assertThat(expected.values().stream().filter(Outcome::isError)).hasSize(3);
    try (Engine spark = new SparkProvider().start(study, HERE)) {
      assertThat(outcomes(spark, runs())).isEqualTo(expected);
      assertThat(outcomes(spark, runs().subList(0, 2))).as("once more").hasSize(2);
      assertThat(spark.next(WAIT)).isEmpty();
    }
  }

  @Test
  void stop_takesBackAllThatHasNotEnded() throws Exception {
    try (Engine spark = new SparkProvider().start(study, HERE)) {
      spark.submit(runs());
      int ended = 0;
      while (ended == 0) {
        ended += spark.next(WAIT).isPresent() ? 1 : 0;
      }
      int back = spark.stop();
      while (spark.next(WAIT).isPresent()) {
        ended++;
      }
      assertThat(ended + back).isEqualTo(runs().size());
    }
  }

  @Test
  void parcel_holdsTheWholeStudy() throws Exception {
    Path unpacked = Parcel.unpack(Parcel.pack(study));
    Study again = StudyFile.read(unpacked.resolve(StudyFolder.STUDY), List.of());
    assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(study));
  }

  @Test
  void anotherStudy_isRefused() throws Exception {
    byte[] parcel = Parcel.pack(study);
    assertThatThrownBy(() -> Workshop.here().runner("another", parcel))
        .hasMessage("datamarket cannot work here: it reads the study in another way; is it another version?");
  }

  @Test
  void addresses_areChecked() throws Exception {
    SparkProvider provider = new SparkProvider();
    for (String good : List.of("spark://host:7077", "spark://a:1,b:2", "yarn", "k8s://https://h:443", "local[*]")) {
      provider.check(Optional.of(good));
    }
    for (String bad : List.of("", "host:7077", "spark://host", "threads")) {
      assertThatThrownBy(() -> provider.check(Optional.of(bad)))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("expected for instance spark://host:7077");
    }
    assertThatThrownBy(() -> provider.check(Optional.empty())).hasMessageContaining("--master URL");
  }
}
