package org.datamarket.claims;

import java.util.List;
import org.datamarket.output.ClaimScore;

/**
 * How claims fared, to be shown.
 *
 * @param heading what was tried, in a line
 * @param sample at which cases, in a line
 * @param currency the label of money
 * @param seeds of the runs, in order
 * @param scores what came of it
 */
public record Scorecard(
    String heading, String sample, String currency, List<Long> seeds, Scores scores) {
  /** Copies the list. */
  public Scorecard {
    seeds = List.copyOf(seeds);
  }

  /** The scores, ready to be put in words. */
  List<ClaimScore> rows() {
    return scores.scores().stream()
        .map(score -> new ClaimScore(score, currency, seeds.size() > 1))
        .toList();
  }
}
