package org.datamarket.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.datamarket.analysis.RunResult;
import org.datamarket.model.MarketModel;
import org.datamarket.output.folder.Manifest;
import org.datamarket.study.Measure;
import org.datamarket.study.RunSpec;
import org.datamarket.study.StudyMeasures;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.ThreadEngine;

/**
 * All runs of a comparison: every mechanism on the market of every seed, on several threads. What
 * comes of it does not depend on their number.
 *
 * @param seeds of the markets, no one twice
 */
public record Contest(DesignChoice choice, List<Long> seeds) {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** Is told how far the work is. */
  public interface Listener {
    /** So many runs have ended. */
    void ended(int done, int planned);

    /** Whether the work is to stop. */
    boolean isStopped();
  }

  /** Copies the list. */
  public Contest {
    seeds = List.copyOf(seeds);
  }

  /** What is measured of every run: all of the summary that says what came of it. */
  public static List<Measure> measures() {
    return StudyMeasures.usual().stream().map(StudyMeasures::measure).toList();
  }

  /** Who has what of every run: buyers and sellers in groups, the ISP, and the prices paid. */
  public static List<Measure> shares() {
    return Shares.measures();
  }

  /**
   * Makes all runs.
   *
   * @param draw the market of a seed
   * @param threads at least 1
   * @return those of the first seed first, each in the order of the mechanisms; empty if it was
   *     stopped
   */
  public Optional<List<Finished>> play(
      LongFunction<MarketModel> draw, int threads, Listener listener)
      throws InterruptedException, EngineException {
    ComparisonRunner runner = new ComparisonRunner(draw, choice.designs(), cells());
    try (ThreadEngine engine = new ThreadEngine(runner, threads, Manifest.host())) {
      List<RunSpec> specs = specs();
      engine.submit(specs);
      Finished[] all = new Finished[specs.size()];
      int done = 0;
      while (done < all.length && !listener.isStopped()) {
        Optional<Finished> next = engine.next(PATIENCE);
        if (next.isPresent()) {
          all[place(next.get().spec())] = next.get();
          listener.ended(++done, all.length);
        }
      }
      return done < all.length ? Optional.empty() : Optional.of(Arrays.asList(all));
    }
  }

  /** The cells of a run: its measures, and then who has what. */
  private static Function<RunResult, List<String>> cells() {
    Function<RunResult, List<String>> measures = StudyMeasures.cells(StudyMeasures.usual());
    return result ->
        Stream.concat(measures.apply(result).stream(), Shares.cells(result).stream()).toList();
  }

  private List<RunSpec> specs() {
    List<RunSpec> specs = new ArrayList<>();
    for (int s = 0; s < seeds.size(); s++) {
      for (int d = 0; d < choice.designs().size(); d++) {
        specs.add(new RunSpec(d + 1, s + 1, seeds.get(s), List.of()));
      }
    }
    return specs;
  }

  private int place(RunSpec spec) {
    return (spec.replication() - 1) * choice.designs().size() + spec.point() - 1;
  }
}
