package org.datamarket.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.datamarket.analysis.Measures;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;
import org.datamarket.random.RandomStreams;
import org.datamarket.run.Run;
import org.datamarket.study.Measure;
import org.datamarket.study.Series;
import org.datamarket.study.effects.SensitivityMethod;
import org.datamarket.study.effects.SensitivityResult;
import org.datamarket.study.effects.SensitivityResult.FactorSensitivity;
import org.datamarket.study.table.RoundsTable;
import org.datamarket.study.table.StudyResult;
import org.datamarket.study.table.StudyResult.Row;
import org.datamarket.study.table.StudyRounds;

/** Results of studies to make reports from. */
final class SampleStudies {
  private static final List<String> FACTORS =
      List.of("buyers.strategy", "epsilon", "sellers.count", "supply-demand-ratio");
  private static final List<Measure> MEASURES =
      List.of(
          new Measure("efficiency", "1", "Welfare / optimum"),
          new Measure("nash_gap", "$", "The most that any one buyer could gain by any bids"),
          new Measure("rounds", "", "Rounds played"),
          new Measure("revenue", "$", "What buyers pay sellers in all"),
          new Measure("messages", "", "Accepted rebids"),
          new Measure("price_mean", "$/GB", "Revenue / sold"));

  private SampleStudies() {}

  /**
   * A small market played over two strategies with common random numbers, ε, the number of sellers
   * and the ratio of supply to demand.
   */
  static StudyResult played(int replications) throws Exception {
    List<Row> rows = new ArrayList<>();
    int point = 0;
    for (String strategy : List.of("opt-out", "waterfill")) {
      for (String epsilon : List.of("0.1", "0.3", "1", "3")) {
        for (String sellers : List.of("2", "4", "8")) {
          for (String ratio : List.of("0.3", "0.6", "0.9")) {
            point++;
            for (int replication = 1; replication <= replications; replication++) {
              List<String> levels = List.of(strategy, epsilon, sellers, ratio);
              rows.add(row(rows.size() + 1, point, replication, levels));
            }
          }
        }
      }
    }
    return new StudyResult(
        "sample",
        "Two strategies on a small market",
        "quickstart",
        1,
        FACTORS,
        List.of("buyers.strategy"),
        MEASURES,
        rows);
  }

  private static Row row(int number, int point, int replication, List<String> levels)
      throws Exception {
    List<String> overrides = new ArrayList<>(List.of("buyers.count=16", "round-limit=120"));
    overrides.add("reach={kind: random, sellers: 2}");
    for (int f = 0; f < FACTORS.size(); f++) {
      overrides.add(FACTORS.get(f) + "=" + levels.get(f));
    }
    long seed = RandomStreams.mix(levels.subList(1, 4).hashCode() * 1000L + replication);
    MarketModel model =
        ModelFile.read(Path.of("models/quickstart.yaml"), overrides).withSeed(seed).draw();
    RunResult result = Run.toEnd(model);
    Measures measures = result.measures();
    List<Double> values =
        List.of(
            measures.efficiency(),
            measures.nashGap(),
            (double) result.rounds().size(),
            measures.revenue(),
            (double) result.messages(),
            measures.priceMean());
    double seconds = result.turns() * 1e-4;
    return new Row(
        number, point, replication, seed, levels, result.status().key(), "", values, seconds);
  }

  /** Texts that would break a page or a table that took them for markup. */
  static StudyResult hostile() {
    String evil = "</script><script>window.evil=1</script><!-- \"'&\u2028";
    List<String> factors = List.of(evil, "<img src=x onerror=window.evil=2>", "x");
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < 24; k++) {
      boolean fails = k % 7 == 3;
      rows.add(
          new Row(
              k + 1,
              k / 4 + 1,
              k % 4 + 1,
              Long.MIN_VALUE + k,
              List.of(evil + k / 12, "a,\"b\"\n" + k / 4 % 3, k / 4 % 2 == 0 ? "-0.5" : "1e6"),
              fails ? "error" : k % 2 == 0 ? "converged" : "round-limit",
              fails ? evil : "",
              List.of(
                  k % 5 == 0 ? Double.NaN : k * 1e-7,
                  k == 7 ? Double.POSITIVE_INFINITY : -k,
                  Double.NaN),
              Double.NaN));
    }
    List<Measure> measures =
        List.of(
            new Measure(evil, "€</b>", evil),
            new Measure("negative", "$", "Below 0"),
            new Measure("nothing", "1", "Never there"));
    return new StudyResult(evil, evil, evil, -1, factors, List.of(evil), measures, rows);
  }

  /** A random design: every run a point of its own, two continuous factors, and none failed. */
  static StudyResult scattered(int runs) {
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < runs; k++) {
      double one = unit(2 * k);
      double other = StrictMath.exp(7 * unit(2 * k + 1));
      double noise = unit(-k - 1) - 0.5;
      rows.add(
          new Row(
              k + 1,
              k + 1,
              1,
              k,
              List.of(Double.toString(one), Double.toString(other)),
              one + noise > 0.1 ? "converged" : "cycle",
              "",
              List.of(one * one + noise, other * (1 + noise), 7.0),
              0.01 + other * 1e-5));
    }
    return new StudyResult(
        "scattered",
        "",
        "none",
        5,
        List.of("one", "other"),
        List.of(),
        List.of(
            new Measure("efficiency", "1", "A square with noise"),
            new Measure("rounds", "", "Proportional to the other"),
            new Measure("constant", "", "Always seven")),
        rows);
  }

  /** Two series, as long as the runs that were played, written to a file and read from it. */
  static StudyRounds rounds(StudyResult played, Path file) throws IOException {
    StringBuilder table = new StringBuilder("point,replication,round,welfare,messages\n");
    for (Row row : played.rows()) {
      int length = row.values().get(2).intValue();
      for (int round = 1; round <= length; round++) {
        double welfare = row.values().get(3) * (1 - unit(row.number() * 1000L + round) / round);
        table.append(row.point()).append(',').append(row.replication()).append(',').append(round);
        table.append(',').append(round % 17 == 5 ? "" : welfare).append(',');
        table.append(round == length ? 0 : (length - round) / 3).append('\n');
      }
    }
    Files.writeString(file, table);
    return new RoundsTable(
        file,
        List.of(
            new Series("welfare", "$", "What the data sold is worth", false),
            new Series("messages", "", "Bids accepted in this round", true)),
        played.rows());
  }

  /** One point with a replication for each ending. */
  static StudyResult endings(String... statuses) {
    List<Row> rows = new ArrayList<>();
    for (String status : statuses) {
      int k = rows.size() + 1;
      rows.add(new Row(k, 1, k, k, List.of("7"), status, "", List.of(), 1));
    }
    return new StudyResult("endings", "", "none", 1, List.of("x"), List.of(), List.of(), rows);
  }

  /** A sensitivity analysis by a method, of a measure with intervals and one that is the same. */
  static List<SensitivityResult> sensitivity(SensitivityMethod method, int factors) {
    boolean morris = method == SensitivityMethod.MORRIS;
    List<FactorSensitivity> moved = new ArrayList<>();
    List<FactorSensitivity> still = new ArrayList<>();
    for (int k = 0; k < factors; k++) {
      String name = (k % 3 == 0 ? "sellers.reserve-" : "x") + k;
      double size = unit(7 * k) * unit(7 * k + 1);
      double half = 0.3 * unit(7 * k + 2) * size + 0.01;
      double other = morris ? unit(7 * k + 3) * size * 2 : size * unit(7 * k + 3) - 0.05;
      moved.add(
          new FactorSensitivity(
              name,
              morris
                  ? List.of(size - half, size, size - half, size + half, other)
                  : List.of(
                      other, other - half, other + half, size, size - half / 2, size + half)));
      still.add(
          new FactorSensitivity(name, Collections.nCopies(method.columns().size(), Double.NaN)));
    }
    return List.of(
        new SensitivityResult(new Measure("efficiency", "1", "A share"), method, moved, 20, 1),
        new SensitivityResult(new Measure("constant", "$", "Always seven"), method, still, 20, 0));
  }

  private static double unit(long k) {
    return (RandomStreams.mix(k) >>> 11) * 0x1p-53;
  }

  /** Writes the samples' reports into a folder, to be looked at. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    StudyResult played = played(6);
    Files.writeString(
        folder.resolve("study.html"),
        StudyReport.of(played, "output/sample-1")
            .withRounds(rounds(played, folder.resolve("rounds.csv")))
            .html());
    for (SensitivityMethod method : SensitivityMethod.values()) {
      Files.writeString(
          folder.resolve(method.key() + ".html"),
          StudyReport.of(scattered(300), "out").withSensitivity(sensitivity(method, 26)).html());
    }
    Files.writeString(
        folder.resolve("hostile.html"), StudyReport.of(hostile(), "it's; rm -r x").html());
    Files.writeString(
        folder.resolve("scattered.html"), StudyReport.of(scattered(3000), "out").html());
  }
}
