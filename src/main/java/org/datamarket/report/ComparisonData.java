package org.datamarket.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.comparison.Comparison;
import org.datamarket.comparison.ComparisonFiles;
import org.datamarket.comparison.Contest;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.datamarket.output.EffectiveModel;
import org.datamarket.study.Measure;

/**
 * What the report on a comparison is made from: the same from the comparison at hand and from the
 * folder that it was written to.
 *
 * @param names of the mechanisms, in order
 * @param reconstructions which of them are reconstructions
 * @param base the place of the one that the others are compared with
 * @param measures of the runs, in order
 * @param runs those of the first seed first, each in the order of the mechanisms
 * @param shares the same runs
 */
record ComparisonData(
    String model,
    String currency,
    List<String> names,
    List<Boolean> reconstructions,
    int base,
    List<Known> measures,
    RunTable runs,
    RunTable shares) {

  /** A number that is known of every run. */
  record Known(String name, String unit, String meaning) {
    static Known of(Measure measure) {
      return new Known(measure.name(), measure.unit(), measure.meaning());
    }
  }

  static ComparisonData of(Comparison comparison) throws IOException {
    ComparisonFiles files = new ComparisonFiles(comparison);
    return of(
        comparison.model(),
        comparison.currency(),
        ResultTable.of(ComparisonFiles.COLUMNS, files.rows()),
        ResultTable.of(ComparisonFiles.runColumns(), files.runRows()),
        ResultTable.of(ComparisonFiles.shareColumns(), files.runRows()));
  }

  /**
   * Reads a folder.
   *
   * @throws DamagedException if a file there is not as a comparison writes it
   * @throws IOException if one cannot be read
   */
  static ComparisonData read(Path folder) throws IOException {
    Path runs = folder.resolve(ComparisonFiles.RUNS);
    Path shares = folder.resolve(ComparisonFiles.SHARES);
    ModelFile model = model(folder.resolve(EffectiveModel.FILE));
    ComparisonData data =
        of(
            model.name(),
            model.currency(),
            ReadTable.read(folder.resolve(ComparisonFiles.MEASURES)),
            ReadTable.read(runs),
            ReadTable.read(shares));
    data.check(data.runs, runs);
    data.check(data.shares, shares);
    return data;
  }

  private static ModelFile model(Path file) throws IOException {
    try {
      return ModelFile.read(file, List.of());
    } catch (UserMistake broken) {
      throw new DamagedException(file, "is no model (%s)".formatted(broken.first().what()));
    }
  }

  private static ComparisonData of(
      String model, String currency, RunTable table, RunTable runs, RunTable shares)
      throws IOException {
    Map<String, Boolean> mechanisms = new LinkedHashMap<>();
    Map<String, Known> measures = new LinkedHashMap<>();
    String base = "";
    for (int row = 0; row < table.size(); row++) {
      mechanisms.put(
          table.text(row, "mechanism"), Boolean.valueOf(table.text(row, "reconstruction")));
      base = table.text(row, "base");
      String name = table.text(row, "measure");
      measures.put(name, new Known(name, table.text(row, "unit"), meaning(name)));
    }
    List<String> names = List.copyOf(mechanisms.keySet());
    return new ComparisonData(
        model,
        currency,
        names,
        List.copyOf(mechanisms.values()),
        Math.max(0, names.indexOf(base)),
        List.copyOf(measures.values()),
        runs,
        shares);
  }

  private static String meaning(String name) {
    Optional<Measure> known =
        Contest.measures().stream().filter(measure -> measure.name().equals(name)).findFirst();
    return known.map(Measure::meaning).orElse(name);
  }

  /** What is known of who has what of a run. */
  static List<Known> shareNames() {
    return Contest.shares().stream().map(Known::of).toList();
  }

  /** How many markets there are. */
  int seeds() {
    return names.isEmpty() ? 0 : runs.size() / names.size();
  }

  /** The row of a mechanism's run on the market of a seed, both by their places. */
  int row(int design, int seed) {
    return seed * names.size() + design;
  }

  /** Refuses a table that does not have every mechanism for every seed, in order. */
  private void check(RunTable table, Path file) throws IOException {
    List<String> seeds = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      if (row % names.size() == 0) {
        seeds.add(table.text(row, "seed"));
      }
      boolean fits =
          table.text(row, "mechanism").equals(names.get(row % names.size()))
              && table.text(row, "seed").equals(seeds.get(seeds.size() - 1));
      if (!fits) {
        throw new DamagedException(
            file, "row %s: is not of the seed and mechanism that come next".formatted(row + 1));
      }
    }
    if (table.size() == 0 || table.size() != seeds() * names.size()) {
      throw new DamagedException(file, "does not have every mechanism for every seed");
    }
  }
}
