package org.datamarket.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.score.EndScores;
import org.datamarket.analysis.score.Score;
import org.datamarket.analysis.score.Subject;

/**
 * How a claim fares at the end of a run, as a measure of it: only claims that are quick to judge.
 *
 * @param claim the claim
 * @param aspect what is told of it
 */
record ClaimMeasure(Claim claim, Aspect aspect) {

  /** What is told of a claim. */
  enum Aspect {
    /** How often it held. */
    SHARE(""),
    /** By how much it failed at worst. */
    WORST(":worst");

    private final String suffix;

    Aspect(String suffix) {
      this.suffix = suffix;
    }
  }

  /** All there are, in the order in which claims are shown. */
  static List<ClaimMeasure> all() {
    return EndScores.claims().stream()
        .flatMap(claim -> Stream.of(Aspect.values()).map(aspect -> new ClaimMeasure(claim, aspect)))
        .toList();
  }

  /** The one of a name. */
  static Optional<ClaimMeasure> named(String name) {
    return all().stream().filter(measure -> measure.name().equals(name)).findFirst();
  }

  String name() {
    return "claim:%s%s".formatted(claim.id(), aspect.suffix);
  }

  Measure measure() {
    return switch (aspect) {
      case SHARE ->
          new Measure(
              name(),
              "1",
              "The share of the cases at the end in which the claim %s holds; empty without cases"
                  .formatted(claim.id()));
      case WORST ->
          new Measure(
              name(),
              Subject.of(claim).unit(),
              "The largest violation of the claim %s at the end, below 0 where it left room; empty without cases"
                  .formatted(claim.id()));
    };
  }

  double value(Score score) {
    return switch (aspect) {
      case SHARE -> score.share();
      case WORST -> score.worstViolation();
    };
  }
}
