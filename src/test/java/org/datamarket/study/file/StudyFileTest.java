package org.datamarket.study.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.datamarket.study.Factor;
import org.datamarket.study.Outcome;
import org.datamarket.study.Point;
import org.datamarket.study.RangeFactor;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a study file means: its points, its seeds, its runs. */
class StudyFileTest {
  private static final String MODEL =
      """
      format: 1
      epsilon: 0.5
      buyers: {count: 6, demand: {uniform: {min: 1, max: 3}}, valuation: {kind: alpha-fair, sigma: 8, alpha: 0.5}}
      sellers: {count: 2, quantity: 3, reserve: 0.1}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeModel() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), MODEL);
  }

  private Study study(String yaml, String... overrides) throws Exception {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, "format: 1\nmodel: base.yaml\n" + yaml);
    return StudyFile.read(file, List.of(overrides));
  }

  private static List<List<String>> levels(Study study) {
    return study.points().stream().map(Point::levels).toList();
  }

  /** Reckoning with logarithms leaves 0.10000000000000002 behind. */
  @Test
  void rangesInSampledDesigns_haveExactEndsAndNoNoise() throws Exception {
    Study study =
        study(
            "factors: {epsilon: {from: 0.1, to: 3, scale: log}, buyers.demand: {from: 0.1, to:"
                + " 0.7}, sellers.quantity: {lognormal: {median: 5, sigma: 0.8}}}\n"
                + "design: {kind: morris, samples: 20}\n");
    List<String> fees = study.points().stream().map(point -> point.levels().get(0)).toList();
    List<String> demands = study.points().stream().map(point -> point.levels().get(1)).toList();
    assertThat(fees).contains("0.1", "3");
    assertThat(demands).contains("0.1", "0.3", "0.5", "0.7");
    assertThat(study.points().stream().flatMap(point -> point.levels().stream()))
        .allSatisfy(level -> assertThat(level.replaceAll("^0\\.0*|\\.", "")).hasSizeLessThan(13));
    Factor range =
        new RangeFactor("epsilon", new BigDecimal("0.1"), new BigDecimal("3"), 0, true, false);
    assertThat(range.at(1 - 1e-16).level()).isEqualTo("3");
    assertThat(range.at(1e-300).level()).isEqualTo("0.1");
  }

  /** However many digits they have. */
  @Test
  void endsOfRanges_areAsTheFileSays() throws Exception {
    Study study =
        study(
            "factors: {epsilon: {from: 0.1234567890129, to: 2.9999999999999},"
                + " size: {levels: {a: {sellers.count: 3}, b: {sellers.count: 4}}},"
                + " round-limit: {from: 100000001, to: 1000000000, whole: true}}\n"
                + "design: {kind: morris, samples: 20}\n");
    assertThat(study.points())
        .extracting(point -> point.levels().get(0))
        .contains("0.1234567890129", "2.9999999999999", "1.08230452601");
    assertThat(study.points())
        .extracting(point -> point.levels().get(2))
        .containsOnly("100000001", "400000001", "700000000", "1000000000");
  }

  /** A level without it keeps what {@code set} says, so neither is without effect. */
  @Test
  void levelsWithNames_mayChangeWhatIsSet_ifNotAllOfThemDo() throws Exception {
    Study study =
        study(
            "set: {epsilon: 0.5}\n" + "factors: {fee: {levels: {base: {}, tax: {epsilon: 3}}}}\n");
    assertThat(study.modelAt(study.points().get(0).settings()).effectiveYaml())
        .contains("epsilon: 0.5");
    assertThat(study.modelAt(study.points().get(1).settings()).effectiveYaml())
        .contains("epsilon: 3");
  }

  @Test
  void factor_mayChangeAPartOfWhatIsSet() throws Exception {
    Study study =
        study(
            "set: {buyers.strategy: {kind: opt-out, shortfall: partial}}\n"
                + "factors: {buyers.strategy.shortfall: [abstain]}\n");
    assertThat(study.modelAt(study.points().get(0).settings()).effectiveYaml())
        .contains("shortfall: abstain");
  }

  /** The later factor changes a part of what the earlier one has set. */
  @Test
  void laterFactor_mayRefineAnEarlierOne() throws Exception {
    Study study =
        study(
            "factors: {buyers.strategy: [opt-out, cumulative],"
                + " buyers.strategy.shortfall: [partial, abstain]}");
    Point last = study.points().get(3);
    assertThat(last.levels()).containsExactly("cumulative", "abstain");
    assertThat(study.modelAt(last.settings()).effectiveYaml())
        .contains("kind: cumulative", "shortfall: abstain");
  }

  @Test
  void grid_lastFactorVariesFastest() throws Exception {
    Study study =
        study("factors: {epsilon: [0.1, 1e0], sellers.strategy: [fixed, {kind: progressive}]}");
    assertThat(study.factors()).containsExactly("epsilon", "sellers.strategy");
    assertThat(levels(study))
        .containsExactly(
            List.of("0.1", "fixed"),
            List.of("0.1", "{kind: progressive}"),
            List.of("1", "fixed"),
            List.of("1", "{kind: progressive}"));
    assertThat(study.points().get(1).overrides())
        .containsExactly("epsilon=0.1", "sellers.strategy={kind: progressive}");
  }

  @Test
  void ranges_haveTheLevelsOneExpects() throws Exception {
    Study linear = study("factors: {epsilon: {from: 0.1, to: 0.7, count: 7}}");
    assertThat(levels(linear).stream().map(level -> level.get(0)))
        .containsExactly("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7");
    Study log = study("factors: {epsilon: {from: 0.01, to: 100, count: 5, scale: log}}");
    assertThat(levels(log).stream().map(level -> level.get(0)))
        .containsExactly("0.01", "0.1", "1", "10", "100");
    Study whole = study("factors: {buyers.count: {from: 1, to: 10, count: 4, whole: true}}");
    assertThat(levels(whole).stream().map(level -> level.get(0)))
        .containsExactly("1", "4", "7", "10");
  }

  @Test
  void oneAtATime_changesOneFactorOfTheFirstLevels() throws Exception {
    Study study =
        study("factors: {epsilon: [0.1, 1, 2], buyers.count: [3, 4]}\ndesign: one-at-a-time");
    assertThat(levels(study))
        .containsExactly(
            List.of("0.1", "3"), List.of("1", "3"), List.of("2", "3"), List.of("0.1", "4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "latin-hypercube", "sobol"})
  void spreadDesigns_stayInTheirRangesAndMeetTheMean(String kind) throws Exception {
    Study study =
        study(
            """
            factors:
              epsilon: {from: 1, to: 3}
              supply-demand-ratio: {from: 0.01, to: 100, scale: log}
              buyers.count: {from: 1, to: 4, whole: true}
              sellers.reserve: {uniform: {min: 2, max: 4}}
              sellers.strategy: [fixed, progressive]
            design: {kind: %s, points: 400}
            """
                .formatted(kind));
    assertThat(study.points()).hasSize(400);
    double epsilon = 0;
    double logarithm = 0;
    double reserve = 0;
    Set<String> counts = new HashSet<>();
    int fixed = 0;
    for (List<String> levels : levels(study)) {
      double first = Double.parseDouble(levels.get(0));
      assertThat(first).isBetween(1.0, 3.0);
      epsilon += first / 400;
      double second = Double.parseDouble(levels.get(1));
      assertThat(second).isBetween(0.01, 100.0);
      logarithm += Math.log10(second) / 400;
      counts.add(levels.get(2));
      double third = Double.parseDouble(levels.get(3));
      assertThat(third).isBetween(2.0, 4.0);
      reserve += third / 400;
      fixed += levels.get(4).equals("fixed") ? 1 : 0;
    }
    // Four standard errors of 400 independent draws; the other designs lie far within.
    assertThat(epsilon).isCloseTo(2, within(0.12));
    assertThat(logarithm).isCloseTo(0, within(0.24));
    assertThat(reserve).isCloseTo(3, within(0.12));
    assertThat(counts).containsExactlyInAnyOrder("1", "2", "3", "4");
    assertThat(fixed).isBetween(160, 240);
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "sobol"})
  void spreadDesigns_thatGrow_keepTheirFirstPoints(String kind) throws Exception {
    String yaml = "factors: {epsilon: {from: 1, to: 3}}\ndesign: {kind: %s, points: %d}";
    List<List<String>> small = levels(study(yaml.formatted(kind, 10)));
    assertThat(levels(study(yaml.formatted(kind, 25))).subList(0, 10)).isEqualTo(small);
  }

  @Test
  void namedLevels_setSeveralValues() throws Exception {
    Study study =
        study(
            """
            factors:
              scarcity:
                levels:
                  plenty: {sellers.quantity: 9, buyers.count: 2}
                  little: {sellers.quantity: 1}
            """);
    assertThat(levels(study)).containsExactly(List.of("plenty"), List.of("little"));
    assertThat(study.modelAt(study.points().get(0).settings()).draw().buyers()).hasSize(2);
    assertThat(study.modelAt(study.points().get(1).settings()).draw().sellers().get(0).quantity())
        .isEqualTo(1);
  }

  @Test
  void pointsTable_givesThePointsInItsOrder() throws Exception {
    Files.writeString(folder.resolve("p.csv"), "epsilon,how\n0.10,few\n2,many\n0.3,\"few\"\n");
    Study study =
        study(
            """
            factors: {how: {levels: {few: {buyers.count: 2}, many: {buyers.count: 8}}}}
            design: {kind: points, csv: p.csv}
            """);
    assertThat(levels(study))
        .containsExactly(List.of("0.1", "few"), List.of("2", "many"), List.of("0.3", "few"));
    assertThat(study.inputs()).containsExactly(folder.resolve("p.csv"));
  }

  /** A new level or factor must not change what is already there. */
  @Test
  void seeds_dependOnTheRunsOwnPointOnly() throws Exception {
    Study small = study("factors: {epsilon: [0.1, 1], buyers.count: [3, 4]}\nreplications: 2");
    Study large =
        study("factors: {epsilon: [5, 0.1, 1], buyers.count: [3, 9, 4]}\nreplications: 9");
    for (Point point : small.points()) {
      Point same =
          large.points().stream()
              .filter(other -> other.levels().equals(point.levels()))
              .findFirst()
              .orElseThrow();
      assertThat(large.seedOf(same, 2)).isEqualTo(small.seedOf(point, 2));
    }
    Study reordered = study("factors: {buyers.count: [3, 4], epsilon: [0.1, 1]}");
    assertThat(reordered.seedOf(reordered.points().get(1), 1))
        .isEqualTo(small.seedOf(small.points().get(2), 1));
  }

  @Test
  void commonRandomNumbers_givePairsTheSameSeedAndPopulation() throws Exception {
    Study study =
        study(
            """
            factors: {epsilon: [0.1, 1], buyers.strategy: [opt-out, waterfill]}
            common-random-numbers: [buyers.strategy]
            """);
    List<Point> points = study.points();
    assertThat(study.seedOf(points.get(0), 1)).isEqualTo(study.seedOf(points.get(1), 1));
    assertThat(study.seedOf(points.get(0), 1)).isNotEqualTo(study.seedOf(points.get(0), 2));
    assertThat(study.seedOf(points.get(0), 1)).isNotEqualTo(study.seedOf(points.get(2), 1));
    List<Double> demands =
        IntStream.of(0, 1)
            .mapToObj(
                k -> {
                  RunSpec run = study.run(points.get(k), 1);
                  try {
                    return study
                        .modelAt(run.settings())
                        .withSeed(run.seed())
                        .draw()
                        .buyers()
                        .get(0)
                        .valuation()
                        .demand();
                  } catch (org.datamarket.document.UserMistake e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();
    assertThat(demands.get(0)).isEqualTo(demands.get(1));
  }

  /** Factors change the model as it is with all defaults filled in: only what they name. */
  @Test
  void factor_leavesWhatItDoesNotName() throws Exception {
    Study study = study("factors: {buyers.strategy: [opt-out, waterfill]}");
    assertThat(study.modelAt(study.points().get(1).settings()).effectiveYaml())
        .contains("kind: progressive");
  }

  @Test
  void set_changesTheBaseModelAndOverridesComeLast() throws Exception {
    Study study =
        study("set: {epsilon: 2}\nreplications: 4", "buyers.count=3", "replications=5", "seed=77");
    assertThat(study.model().effectiveYaml()).contains("epsilon: 2").contains("count: 3");
    assertThat(study.replications().atLeast()).isEqualTo(5);
    assertThat(study.seed()).isEqualTo(77);
    Study replaced = study("factors: {epsilon: [1], buyers.count: [2]}", "factors.epsilon=[3]");
    assertThat(levels(replaced)).containsExactly(List.of("3", "2"));
    Study factors = study("", "factors.buyers.count=[1, 2]");
    assertThat(levels(factors)).containsExactly(List.of("1"), List.of("2"));
  }

  /** The effective study, read where it lies beside the effective model, is the same study. */
  @Test
  void effectiveStudy_readsAgainToTheSame() throws Exception {
    Study study =
        study(
            """
            description: "a: b"
            set: {epsilon: 0.25}
            factors:
              buyers.count: {from: 2, to: 8, count: 3, scale: log, whole: true}
              how: {levels: {a: {sellers.reserve: 0.2}, "0": {sellers.reserve: {uniform: {min: 0, max: 1}}}}}
            replications: {at-most: 9, until: {measure: efficiency, within: 0.02}}
            common-random-numbers: [how]
            measures: [efficiency, rounds]
            rounds: [welfare]
            limits: {rounds: 7, seconds: 100}
            """);
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.writeString(copy.resolve("study.yaml"), study.effectiveYaml());
    Files.writeString(copy.resolve("model.yaml"), study.model().effectiveYaml());
    Study again = StudyFile.read(copy.resolve("study.yaml"), List.of());
    assertThat(again.effectiveYaml()).isEqualTo(study.effectiveYaml());
    assertThat(again.points()).isEqualTo(study.points());
    assertThat(again.replications()).isEqualTo(study.replications());
    RunSpec run = study.run(study.points().get(3), 2);
    assertThat(again.run(again.points().get(3), 2)).isEqualTo(run);
    assertThat(again.runner().run(run)).isEqualTo(study.runner().run(run));
  }

  @Test
  void run_givesTheMeasuresOfTheSummary() throws Exception {
    Study study =
        study(
            """
            factors: {epsilon: [0.5]}
            measures: [rounds, efficiency, epsilon_nash, period]
            rounds: [messages, utility_median]
            """);
    RunSpec spec = study.run(study.points().get(0), 1);
    Outcome outcome = study.runner().run(spec);
    org.datamarket.analysis.RunResult result =
        org.datamarket.run.Run.toEnd(study.modelAt(spec.settings()).withSeed(spec.seed()).draw());
    assertThat(outcome.status()).isEqualTo(result.status().key());
    assertThat(outcome.measures())
        .containsExactly(
            String.valueOf(result.rounds().size()),
            String.valueOf(result.measures().efficiency()),
            result.isEpsilonNash() ? "1" : "0",
            "");
    assertThat(outcome.rounds()).hasSize(result.rounds().size());
    assertThat(outcome.rounds().get(0).get(0))
        .isEqualTo(String.valueOf(result.rounds().get(0).messages()));
  }

  /** Levels that are right by themselves may not go together: that is a row, not the end. */
  @Test
  void run_pointThatCannotBe_isAnErrorRow() throws Exception {
    Study study = study("factors: {buyers.strategy: [truthful-single], sellers.count: [1, 2]}");
    assertThat(study.runner().run(study.run(study.points().get(0), 1)).isError()).isFalse();
    Outcome outcome = study.runner().run(study.run(study.points().get(1), 1));
    assertThat(outcome.status()).isEqualTo(Outcome.ERROR);
    assertThat(outcome.error()).contains("truthful-single").doesNotContain("\n");
    assertThat(outcome.measures()).hasSameSizeAs(study.measures()).containsOnly("");
  }

  @Test
  void run_beyondItsSeconds_isAnErrorRow() throws Exception {
    Study study = study("set: {epsilon: 0}\nlimits: {seconds: 1e-9}");
    Outcome outcome = study.runner().run(study.run(study.points().get(0), 1));
    assertThat(outcome.error()).isEqualTo("took more than 1.0E-9 s");
  }

  @Test
  void run_roundLimit_isTheStudys() throws Exception {
    Study study = study("set: {epsilon: 0}\nmeasures: [rounds]\nlimits: {rounds: 2}");
    Outcome outcome = study.runner().run(study.run(study.points().get(0), 1));
    assertThat(outcome.measures()).containsExactly("2");
  }
}
