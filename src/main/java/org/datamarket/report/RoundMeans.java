package org.datamarket.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.io.Quantiles;
import org.datamarket.study.Series;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;
import org.datamarket.study.table.StudyRounds;

/**
 * Means of series over groups of runs, round by round. A converged run stays as it is after its
 * end: it keeps the last value of what tells how the market stands, and 0 of what counts what
 * happened in a round. Any other run has no values after its end, for nobody knows how it would go
 * on. Of many rounds some are left out: fewer of the early ones than of the late ones.
 */
final class RoundMeans {
  /** More numbers than this would make the page too large to send about. */
  private static final int MOST_NUMBERS = 50_000;

  private static final int MOST_ROUNDS = 120;

  /** Rather than fewer rounds than this, some groups are left out. */
  private static final int ENOUGH_ROUNDS = 25;

  private static final int LEAST_ROUNDS = 12;

  /** Of each round and group, for each series: runs, mean, interval, quartiles. */
  private static final int NUMBERS = 6;

  private static final int MOST_KEPT = 20_000_000;
  private static final int DIGITS = 6;

  private final StudyResult study;
  private final List<Series> series;
  private final RoundGroups groups;

  /** How many rounds each run has. */
  private final int[] lengths;

  private final int[] cells;
  private final int[] replications;

  /**
   * The means, as the page has them.
   *
   * @param round those that are shown
   * @param longest the most rounds of a run
   * @param median of the rounds of the runs that have any
   * @param ended how many of these ended in which way
   * @param by the factors by which runs are grouped
   * @param points none if there are too many for lines of their own
   * @param pairs whether there are groups by two factors
   * @param groups by key
   */
  record Means(
      List<Series> series,
      int[] round,
      int longest,
      int median,
      Map<String, Integer> ended,
      List<RoundGroups.Grouped> by,
      List<RoundGroups.PlottedPoint> points,
      boolean pairs,
      Map<String, Group> groups) {}

  /**
   * The lines of a group.
   *
   * @param playing how many of its runs have a round
   * @param series a line for each
   */
  record Group(Object playing, List<Line> series) {}

  /** A line: by round the runs that it rests on, their mean with its interval, their quartiles. */
  record Line(
      String basis, Object n, Object mean, Object low, Object high, Object lower, Object upper) {}

  /** The rounds that are shown. */
  private int[] shown;

  /** By series, shown round and run. */
  private double[][][] values;

  private RoundMeans(StudyResult study, List<Series> series, FactorLevels levels) {
    this.study = study;
    this.series = series;
    this.groups = new RoundGroups(study, levels);
    this.lengths = new int[study.rows().size()];
    this.replications = study.rows().stream().mapToInt(Row::replication).toArray();
    this.cells = cells();
  }

  /**
   * The means; null if there are no rounds.
   *
   * @throws UserMistake if the table of rounds is damaged
   */
  static Means of(StudyResult study, StudyRounds rounds, FactorLevels levels)
      throws IOException, UserMistake {
    RoundMeans means = new RoundMeans(study, rounds.series(), levels);
    rounds.read((run, round, values) -> means.lengths[run] = round);
    int longest = Arrays.stream(means.lengths).max().orElse(0);
    return longest == 0 ? null : means.over(rounds, longest);
  }

  /** Runs with the same cell and replication have the same random numbers. */
  private int[] cells() {
    Map<List<String>, Integer> known = new HashMap<>();
    List<Integer> own =
        IntStream.range(0, study.factors().size())
            .filter(f -> !study.commonRandomNumbers().contains(study.factors().get(f)))
            .boxed()
            .toList();
    return study.rows().stream()
        .mapToInt(
            row ->
                known.computeIfAbsent(
                    own.stream().map(f -> row.levels().get(f)).toList(), key -> known.size()))
        .toArray();
  }

  private Means over(StudyRounds rounds, int longest) throws IOException, UserMistake {
    Map<String, int[]> chosen = new LinkedHashMap<>(groups.single());
    Map<String, int[]> pairs = groups.pairs();
    boolean withPairs = room(chosen.size() + pairs.size()) >= ENOUGH_ROUNDS;
    if (withPairs) {
      chosen.putAll(pairs);
    }
    Map<String, int[]> points = groups.points();
    boolean withPoints = room(chosen.size() + points.size()) >= ENOUGH_ROUNDS;
    if (withPoints) {
      chosen.putAll(points);
    }
    shown = shown(longest, Math.max(LEAST_ROUNDS, room(chosen.size())));
    collect(rounds);
    Map<String, Group> lines = new LinkedHashMap<>();
    chosen.forEach((key, runs) -> lines.put(key, group(sorted(runs))));
    return new Means(
        series,
        shown,
        longest,
        median(),
        ended(),
        groups.by(),
        withPoints
            ? points.values().stream().map(runs -> groups.point(runs[0])).toList()
            : List.of(),
        withPairs && !pairs.isEmpty(),
        lines);
  }

  /** For how many rounds there is room with so many groups. */
  private int room(int count) {
    long inPage = MOST_NUMBERS / Math.max(1L, (long) count * (NUMBERS * series.size() + 1));
    long inMemory = MOST_KEPT / ((long) study.rows().size() * series.size());
    return (int) Math.min(MOST_ROUNDS, Math.min(inPage, inMemory));
  }

  /** At most so many rounds: the first ones, then with growing steps, and the last. */
  static int[] shown(int longest, int most) {
    if (longest <= most) {
      return IntStream.rangeClosed(1, longest).toArray();
    }
    double low = 1;
    double high = longest;
    for (int k = 0; k < 60; k++) {
      double growth = StrictMath.sqrt(low * high);
      if (growing(longest, growth).length > most) {
        low = growth;
      } else {
        high = growth;
      }
    }
    return growing(longest, high);
  }

  private static int[] growing(int longest, double growth) {
    IntStream.Builder rounds = IntStream.builder();
    for (int round = 1; round < longest; ) {
      rounds.add(round);
      round = (int) Math.min(longest, Math.max(round + 1.0, Math.floor(round * growth)));
    }
    return rounds.add(longest).build().toArray();
  }

  /** Takes what is shown out of the table, and goes on with the runs that have ended. */
  private void collect(StudyRounds rounds) throws IOException, UserMistake {
    int runs = lengths.length;
    values = new double[series.size()][shown.length][runs];
    double[][] last = new double[series.size()][runs];
    for (double[][] one : values) {
      for (double[] round : one) {
        Arrays.fill(round, Double.NaN);
      }
    }
    rounds.read(
        (run, round, of) -> {
          int slot = Arrays.binarySearch(shown, round);
          for (int s = 0; s < of.length; s++) {
            if (slot >= 0) {
              values[s][slot][run] = of[s];
            }
            if (round == lengths[run]) {
              last[s][run] = series.get(s).perRound() ? 0 : of[s];
            }
          }
        });
    for (int run = 0; run < runs; run++) {
      if (lengths[run] > 0 && isConverged(study.rows().get(run))) {
        for (int slot = 0; slot < shown.length; slot++) {
          for (int s = 0; s < last.length && shown[slot] > lengths[run]; s++) {
            values[s][slot][run] = last[s][run];
          }
        }
      }
    }
  }

  private static boolean isConverged(Row row) {
    return Status.isRest(row.status());
  }

  private int median() {
    int[] sorted = Arrays.stream(lengths).filter(length -> length > 0).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** How many of the runs that have rounds ended in which way. */
  private Map<String, Integer> ended() {
    Map<String, Integer> ended = new TreeMap<>();
    for (int run = 0; run < lengths.length; run++) {
      if (lengths[run] > 0) {
        ended.merge(study.rows().get(run).status(), 1, Integer::sum);
      }
    }
    return ended;
  }

  private int[] sorted(int[] runs) {
    return Arrays.stream(runs)
        .filter(run -> lengths[run] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(run -> cells[run])
                .thenComparingInt(run -> replications[run]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private Group group(int[] runs) {
    List<Double> playing = new ArrayList<>();
    for (int round : shown) {
      playing.add((double) Arrays.stream(runs).filter(run -> lengths[run] >= round).count());
    }
    return new Group(
        Values.column(playing, Values.ALL_DIGITS),
        IntStream.range(0, series.size()).mapToObj(s -> line(runs, values[s])).toList());
  }

  private Line line(int[] runs, double[][] rounds) {
    List<Estimate> estimates = new ArrayList<>();
    List<double[]> quartiles = new ArrayList<>();
    for (double[] round : rounds) {
      estimates.add(Estimate.of(runs, cells, replications, round));
      double[] sorted =
          Arrays.stream(runs)
              .mapToDouble(run -> round[run])
              .filter(v -> !Double.isNaN(v))
              .sorted()
              .toArray();
      quartiles.add(new double[] {Quantiles.of(sorted, 0.25), Quantiles.of(sorted, 0.75)});
    }
    Estimate.Basis basis = basis(estimates);
    estimates.replaceAll(one -> one.basis() == basis ? one : one.withoutInterval());
    return new Line(
        basis.key(),
        column(estimates.stream().map(one -> (double) one.count()).toList()),
        column(estimates.stream().map(Estimate::mean).toList()),
        column(estimates.stream().map(Estimate::low).toList()),
        column(estimates.stream().map(Estimate::high).toList()),
        column(quartiles.stream().map(of -> of[0]).toList()),
        column(quartiles.stream().map(of -> of[1]).toList()));
  }

  /** What the first interval rests on: where runs have ended, others would rest on less. */
  private static Estimate.Basis basis(List<Estimate> estimates) {
    return estimates.stream()
        .map(Estimate::basis)
        .filter(basis -> basis != Estimate.Basis.NONE)
        .findFirst()
        .orElse(Estimate.Basis.NONE);
  }

  private static Object column(List<Double> values) {
    return values.stream().allMatch(value -> value.isNaN()) ? null : Values.column(values, DIGITS);
  }
}
