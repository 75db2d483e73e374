package org.datamarket.reproduction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.datamarket.analysis.RunResult;
import org.datamarket.analysis.Status;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.ModelFile;
import org.datamarket.run.Run;

/** The same model with many seeds, 1 to n. */
record Batch(List<RunResult> results) {

  static Batch play(String model, int seeds, String... overrides) throws UserMistake {
    ModelFile file = ModelFile.read(Path.of(model), List.of(overrides));
    List<RunResult> results = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      results.add(Run.toEnd(file.withSeed(seed).draw()));
    }
    return new Batch(results);
  }

  int size() {
    return results.size();
  }

  long count(Predicate<RunResult> property) {
    return results.stream().filter(property).count();
  }

  long ended(Status status) {
    return count(result -> result.status() == status);
  }

  double least(ToDoubleFunction<RunResult> measure) {
    return results.stream().mapToDouble(measure).min().orElse(Double.NaN);
  }

  double largest(ToDoubleFunction<RunResult> measure) {
    return results.stream().mapToDouble(measure).max().orElse(Double.NaN);
  }

  double median(ToDoubleFunction<RunResult> measure) {
    return new Percentile().evaluate(results.stream().mapToDouble(measure).toArray(), 50);
  }

  /** "37 of 100". */
  String share(Predicate<RunResult> property) {
    return count(property) + " of " + size();
  }

  /** "24–132 (median 61)". */
  String range(ToDoubleFunction<RunResult> measure, String format) {
    return String.format(
        Locale.ROOT,
        format + "–" + format + " (median " + format + ")",
        least(measure),
        largest(measure),
        median(measure));
  }
}
