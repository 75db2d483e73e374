package org.datamarket.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.score.Score;
import org.datamarket.claims.search.Counterexample;
import org.datamarket.claims.search.CounterexampleSearch;
import org.datamarket.io.WholeFile;
import org.datamarket.output.folder.Content;

/**
 * Small markets that refute claims, as model files in a folder of their own: for each claim one,
 * and, where that has equal prices, one without any.
 *
 * @param examples in the order of the claims
 */
public record CounterexampleFiles(List<Counterexample> examples) implements Content {
  /** The folder. */
  public static final String FOLDER = "counterexamples";

  /** Copies the list. */
  public CounterexampleFiles {
    examples = List.copyOf(examples);
  }

  /**
   * Looks among random states for markets that refute what has failed, and shrinks them.
   *
   * @param selection the claims that were tried
   * @param scores how they fared
   * @param seed of the random states
   * @param threads at least 1; they change nothing in what is found
   * @param stopped whether to stop, asked before each claim
   */
  public static CounterexampleFiles of(
      Selection selection, Scores scores, long seed, int threads, BooleanSupplier stopped) {
    List<String> failing =
        scores.scores().stream()
            .filter(score -> score.failed() > 0)
            .map(CounterexampleFiles::id)
            .toList();
    List<Claim> claims =
        selection.claims().stream().filter(claim -> failing.contains(claim.id())).toList();
    CounterexampleSearch search = CounterexampleSearch.usual(seed);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return new CounterexampleFiles(
          pool.submit(
                  () ->
                      claims.parallelStream()
                          .filter(claim -> !stopped.getAsBoolean())
                          .flatMap(claim -> search.against(claim).stream())
                          .toList())
              .join());
    } finally {
      pool.shutdown();
    }
  }

  private static String id(Score score) {
    return score.subject().id();
  }

  @Override
  public void writeTo(Path folder) throws IOException {
    if (!examples.isEmpty()) {
      Path into = Files.createDirectories(folder.resolve(FOLDER));
      for (Counterexample example : examples) {
        WholeFile.write(into.resolve("%s.yaml".formatted(example.model().name())), example.text());
      }
    }
  }
}
