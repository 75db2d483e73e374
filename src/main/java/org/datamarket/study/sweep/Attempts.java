package org.datamarket.study.sweep;

import org.datamarket.document.UserMistake;
import org.datamarket.study.Outcome;
import org.datamarket.study.sweep.Journal.Entry;

/** Which of the attempts at a run counts. */
final class Attempts {
  private Attempts() {}

  /**
   * The one of two entries of a run that counts: the later attempt, if the earlier one failed;
   * otherwise the first.
   *
   * @throws UserMistake if both count, and differ
   */
  static Entry counting(Entry first, Entry second) throws UserMistake {
    if (first.attempt() < second.attempt() && first.outcome().isError()) {
      return second;
    }
    boolean outdated = second.attempt() < first.attempt() && second.outcome().isError();
    if (!outdated && !first.outcome().equals(second.outcome())) {
      throw new UserMistake(
          "the run %s came out in two ways, so it is not reproducible: %s"
              .formatted(
                  first.key().replace("\n", ", "), differing(first.outcome(), second.outcome())));
    }
    return first;
  }

  private static String differing(Outcome first, Outcome second) {
    if (!first.status().equals(second.status()) || !first.error().equals(second.error())) {
      return (first.status() + " " + first.error()).strip()
          + " and "
          + (second.status() + " " + second.error()).strip();
    }
    if (first.measures().equals(second.measures())) {
      return "its rounds differ";
    }
    return String.join(",", first.measures()) + " and " + String.join(",", second.measures());
  }
}
