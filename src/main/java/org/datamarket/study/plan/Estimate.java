package org.datamarket.study.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.study.Point;
import org.datamarket.study.Shard;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.ThreadEngine;

/**
 * What a study, or a shard of it, will take, judged by a few of its runs.
 *
 * @param tried how many runs were made to see
 * @param secondsPerRun what they took on average, one after another
 * @param runs how many there will be at least
 * @param bytes what the folder will have, roughly
 */
public record Estimate(int tried, double secondsPerRun, double runs, double bytes) {
  /** How long runs are tried at most. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int MOST_TRIED = 8;
  private static final Duration WAIT = Duration.ofMillis(20);

  /**
   * Makes a few runs to see.
   *
   * @param hasReport whether there will be a report, which a shard never has
   * @return nothing if not even one run ended within {@link #PATIENCE}
   */
  public static Optional<Estimate> of(Study study, Shard shard, boolean hasReport)
      throws InterruptedException, EngineException {
    List<Finished> tried = tried(study);
    if (tried.isEmpty()) {
      return Optional.empty();
    }
    double seconds = tried.stream().mapToDouble(Finished::seconds).average().orElseThrow();
    double runs = (double) study.points().size() * study.replications().atLeast() / shard.count();
    double bytes = new FolderSize(study, shard, hasReport).bytes(tried, runs);
    return Optional.of(new Estimate(tried.size(), seconds, runs, bytes));
  }

  /** How long all of it will take, in seconds. */
  public double seconds(int threads) {
    return secondsPerRun * runs / threads;
  }

  /** A few runs from all over the design, one after another, as far as there is time. */
  private static List<Finished> tried(Study study) throws InterruptedException, EngineException {
    List<Finished> tried = new ArrayList<>();
    int points = study.points().size();
    int most = Math.min(MOST_TRIED, points);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Engine engine = new ThreadEngine(study.runner(), 1, "")) {
      for (int k = 0; k < most; k++) {
        // Odd multiples, so that the first and the last points are not the only ones.
        Point point = study.points().get((int) ((2L * k + 1) * points / (2L * most)));
        engine.submit(List.of(study.run(point, 1)));
        Optional<Finished> finished = Optional.empty();
        while (finished.isEmpty() && System.nanoTime() - end < 0) {
          finished = engine.next(WAIT);
        }
        if (finished.isEmpty()) {
          break;
        }
        tried.add(finished.get());
      }
    }
    return tried;
  }
}
