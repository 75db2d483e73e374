package org.datamarket.study.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.datamarket.document.UserMistake;
import org.datamarket.study.Outcome;
import org.datamarket.study.RunSpec;
import org.datamarket.study.Runner;
import org.datamarket.study.Study;
import org.datamarket.study.sweep.Engine;
import org.datamarket.study.sweep.Engine.EngineException;
import org.datamarket.study.sweep.Engine.Finished;
import org.datamarket.study.sweep.ThreadEngine;

/** The mistakes in the points of a study, found without a run. */
public final class PointMistakes {
  private static final Duration WAIT = Duration.ofMillis(20);

  private PointMistakes() {}

  /**
   * The mistakes by the number of their point: each point's model is read, and its market drawn,
   * once.
   *
   * @param threads how many points are looked at at once
   */
  public static SortedMap<Integer, String> of(Study study, int threads)
      throws InterruptedException, EngineException {
    SortedMap<Integer, String> mistakes = new TreeMap<>();
    List<RunSpec> specs = study.points().stream().map(point -> study.run(point, 1)).toList();
    try (Engine engine = new ThreadEngine(checking(study), threads, "")) {
      engine.submit(specs);
      for (int left = specs.size(); left > 0; ) {
        Optional<Finished> finished = engine.next(WAIT);
        if (finished.isPresent()) {
          left--;
          if (finished.get().outcome().isError()) {
            mistakes.put(finished.get().spec().point(), finished.get().outcome().error());
          }
        }
      }
    }
    return mistakes;
  }

  private static Runner checking(Study study) {
    return spec -> {
      try {
        study.market(spec);
        return new Outcome("", "", List.of(), List.of());
      } catch (UserMistake mistake) {
        return new Outcome(Outcome.ERROR, mistake.getMessage(), List.of(), List.of());
      }
    };
  }
}
