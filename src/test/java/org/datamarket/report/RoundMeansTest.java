package org.datamarket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Series;
import org.datamarket.study.table.RoundsTable;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyRounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means of series: what becomes of runs that have ended, which rounds are kept, and how many. */
class RoundMeansTest {
  private static final List<Series> SERIES =
      List.of(
          new Series("welfare", "$", "How it stands", false),
          new Series("messages", "", "What happened", true));

  @TempDir private Path folder;

  /** Two replications of one point: one converged after a round, one went on for three. */
  private RoundMeans.Means two(String other) throws Exception {
    StudyResult study = SampleStudies.endings("converged", other);
    return RoundMeans.of(
        study,
        table(study, "1,1,1,10,4", "1,2,1,20,8", "1,2,2,24,6", "1,2,3,26,0"),
        FactorLevels.of(study));
  }

  private StudyRounds table(StudyResult study, String... lines) throws Exception {
    Path file = folder.resolve("rounds.csv");
    Files.writeString(
        file, "point,replication,round,welfare,messages\n" + String.join("\n", lines) + "\n");
    return new RoundsTable(file, SERIES, study.rows());
  }

  private static RoundMeans.Line line(RoundMeans.Means means, int series) {
    return means.groups().get("").series().get(series);
  }

  /** A column, which is a single number where it is the same throughout. */
  private static List<?> list(Object column) {
    return column instanceof List<?> many ? many : List.of(column);
  }

  @Test
  void converged_keepsItsLastValueAndNoMessages() throws Exception {
    RoundMeans.Means means = two("converged");
    assertThat(means.round()).containsExactly(1, 2, 3);
    assertThat(list(line(means, 0).mean())).hasToString("[15, 17, 18]");
    assertThat(list(line(means, 1).mean())).hasToString("[6, 3, 0]");
    assertThat(list(line(means, 0).n())).hasToString("[2]");
    assertThat(list(line(means, 0).upper())).hasToString("[17.5, 20.5, 22]");
    double half =
        new TDistribution(1).inverseCumulativeProbability(0.975)
            * Math.sqrt(StatUtils.variance(new double[] {10, 24}) / 2);
    assertThat(((Number) list(line(means, 0).low()).get(1)).doubleValue())
        .isCloseTo(17 - half, within(1e-5 * half));
  }

  @Test
  void otherEndings_areNotGoneOnWith() throws Exception {
    StudyResult study = SampleStudies.endings("cycle", "round-limit");
    RoundMeans.Means means =
        RoundMeans.of(
            study, table(study, "1,1,1,10,4", "1,2,1,20,8", "1,2,2,24,5"), FactorLevels.of(study));
    assertThat(list(line(means, 0).mean())).hasToString("[15, 24]");
    assertThat(list(line(means, 1).mean())).hasToString("[6, 5]");
    assertThat(list(line(means, 0).n())).hasToString("[2, 1]");
    assertThat(list(line(means, 0).high()).get(1)).isNull();
    assertThat(means.ended()).hasToString("{cycle=1, round-limit=1}");
  }

  /** With a single replication a point, the points are what differs. */
  @Test
  void singleReplications_haveAnIntervalFromThePoints() {
    double[] values = {3, Double.NaN, 8, 4};
    Estimate estimate =
        Estimate.of(new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}, new int[4], values);
    double[] there = {3, 8, 4};
    double half =
        new TDistribution(2).inverseCumulativeProbability(0.975)
            * Math.sqrt(StatUtils.variance(there) / 3);
    assertThat(estimate.count()).isEqualTo(3);
    assertThat(estimate.basis()).isEqualTo(Estimate.Basis.POINTS);
    assertThat(estimate.mean()).isCloseTo(5, within(1e-12));
    assertThat(estimate.low()).isCloseTo(5 - half, within(1e-9));
    assertThat(estimate.high()).isCloseTo(5 + half, within(1e-9));
  }

  @Test
  void emptyTable_isNothing() throws Exception {
    StudyResult study = SampleStudies.endings("error", "error");
    assertThat(RoundMeans.of(study, table(study), FactorLevels.of(study))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,3,1,0,0 | :2: is of no run of this study
          1,2,2,0,0 | :2: round is 2; expected 1
          1,x,1,0,0 | :2: replication is x; expected a whole number
          1,1,1,0   | :2: has 4 cells; expected 5, one for each column of the header
          """)
  void damagedTable_isRefused(String line, String message) throws Exception {
    StudyResult study = SampleStudies.endings("cycle", "cycle");
    StudyRounds table = table(study, line);
    assertThatThrownBy(() -> RoundMeans.of(study, table, FactorLevels.of(study)))
        .isInstanceOf(UserMistake.class)
        .hasMessageEndingWith("rounds.csv" + message);
  }

  @ParameterizedTest
  @CsvSource({"1, 40", "40, 40", "41, 40", "1000, 40", "100000, 40", "100000, 12"})
  void roundsShown_beginAndEndWithAllTheirs(int longest, int most) {
    int[] shown = RoundMeans.shown(longest, most);
    assertThat(shown.length).isBetween(Math.min(longest, most) * 3 / 4, most);
    assertThat(shown[0]).isEqualTo(1);
    assertThat(shown[shown.length - 1]).isEqualTo(longest);
    for (int k = 1; k < shown.length; k++) {
      assertThat(shown[k]).isGreaterThan(shown[k - 1]);
    }
  }

  @Test
  void manyRunsOfManyRounds_makeAPageThatCanBeSent() throws Exception {
    StudyResult study = SampleStudies.scattered(4000);
    List<Series> many =
        IntStream.range(0, 6).mapToObj(k -> new Series("s" + k, "$", "", false)).toList();
    Path file = folder.resolve("rounds.csv");
    try (PrintWriter table = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
      table.println("point,replication,round,s0,s1,s2,s3,s4,s5");
      for (int run = 1; run <= 4000; run++) {
        for (int round = 1; round <= 40 + run % 60; round++) {
          double value = Math.sqrt(run * round);
          table.println(
              run
                  + ",1,"
                  + round
                  + ","
                  + value
                  + ","
                  + value / 3
                  + ","
                  + -value
                  + ","
                  + run
                  + ","
                  + 1 / value
                  + ","
                  + Math.sin(value));
        }
      }
    }
    StudyRounds table = new RoundsTable(file, many, study.rows());
    String page = StudyReport.of(study, "out").withRounds(table).html();
    assertThat(page).contains("\"s5\"");
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(500_000, 1_100_000);
  }
}
