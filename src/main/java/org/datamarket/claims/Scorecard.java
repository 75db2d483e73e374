package org.datamarket.claims;

import java.util.List;
import org.datamarket.claims.search.KnownShare;
import org.datamarket.output.ClaimScore;

/**
 * How claims fared, to be shown.
 *
 * @param heading what was tried, in a line
 * @param sample at which cases, in a line
 * @param currency the label of money
 * @param seeds of the runs, in order
 * @param scores what came of it
 * @param look how cases are looked at again
 * @param known shares of failures that were counted elsewhere, too; none for played markets
 */
public record Scorecard(
    String heading,
    String sample,
    String currency,
    List<Long> seeds,
    Scores scores,
    Look look,
    List<KnownShare> known) {
  /** Copies the lists. */
  public Scorecard {
    seeds = List.copyOf(seeds);
    known = List.copyOf(known);
  }

  /** The scores, ready to be put in words. */
  List<ClaimScore> rows() {
    return scores.scores().stream()
        .map(score -> new ClaimScore(score, currency, seeds.size() > 1))
        .toList();
  }
}
