package org.datamarket.claims;

import java.util.List;
import org.datamarket.analysis.score.Score;

/**
 * How claims fared.
 *
 * @param scores one per claim
 * @param failures where they failed, claim by claim
 */
public record Scores(List<Score> scores, List<Failure> failures) {
  /** Copies the lists. */
  public Scores {
    scores = List.copyOf(scores);
    failures = List.copyOf(failures);
  }
}
