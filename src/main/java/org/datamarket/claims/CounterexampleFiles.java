package org.datamarket.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** Is told how far the search is, from any thread. */
  public interface Listener {
    /** So many of the claims that failed are done. */
    void searched(int claims, int of);

    /** Whether the work is to stop. */
    boolean isStopped();
  }

  /**
   * Makes the markets smaller in which claims failed by the most, or, where that does not do, finds
   * some among random states.
   *
   * @param selection the claims that were tried
   * @param scores how they fared
   * @param origin finds the state again in which one failed
   * @param search among random states
   * @param threads at least 1; they change nothing in what is found
   * @param listener if it stops the search, what has been found means nothing
   */
  public static CounterexampleFiles of(
      Selection selection,
      Scores scores,
      Origin origin,
      CounterexampleSearch search,
      int threads,
      Listener listener) {
    Map<String, Score> failing =
        scores.scores().stream()
            .filter(score -> score.failed() > 0)
            .collect(Collectors.toMap(CounterexampleFiles::id, Function.identity()));
    List<Claim> claims =
        selection.claims().stream().filter(claim -> failing.containsKey(claim.id())).toList();
    CounterexampleSearch until = search.until(listener::isStopped);
    AtomicInteger done = new AtomicInteger();
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return new CounterexampleFiles(
          pool.submit(
                  () ->
                      claims.parallelStream()
                          .flatMap(
                              claim -> {
                                List<Counterexample> found =
                                    against(claim, failing.get(claim.id()), origin, until);
                                listener.searched(done.incrementAndGet(), claims.size());
                                return found.stream();
                              })
                          .toList())
              .join());
    } finally {
      pool.shutdown();
    }
  }

  private static List<Counterexample> against(
      Claim claim, Score score, Origin origin, CounterexampleSearch search) {
    return score
        .worst()
        .flatMap(worst -> origin.of(worst.place()))
        .filter(state -> claim.about().cheap() || state.isSmall())
        .map(state -> search.from(claim, state.model(), state.market()))
        .orElseGet(() -> search.against(claim));
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
