package org.datamarket.output;

import org.datamarket.analysis.score.Case;
import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Score;

/**
 * A claim's score in words.
 *
 * @param score the score
 * @param currency the label of money
 * @param namesSeeds whether it takes a seed to say where a case was
 */
public record ClaimScore(Score score, String currency, boolean namesSeeds) {
  /** Of so few cases a share says no more than their number. */
  private static final int FEW = 20;

  private static final int HUNDRED = 100;

  /** Whether and how often the claim holds, and where it fails by the most. */
  public String verdict() {
    if (score.cases() == 0) {
      return score.notApplicable() == 0 ? "not judged" : "no case: its hypothesis never held";
    }
    if (score.failed() == 0) {
      return holds();
    }
    return "fails in %s%s (%s)".formatted(howOften(), byHowMuch(), place(worst().place()));
  }

  /** Whether and how often the claim holds, in a few words. */
  public String outcome() {
    if (score.cases() == 0) {
      return "no case";
    }
    if (score.failed() == 0) {
      String always = score.cases() == 1 ? "holds in the only case" : "holds in every case";
      return score.isSearch() ? "not refuted" : always;
    }
    if (score.held() == 0) {
      return score.cases() == 1 ? "fails in the only case" : "fails in every case";
    }
    return countsFailures()
        ? "fails in %s of %s".formatted(score.failed(), score.cases())
        : "fails in %s %%".formatted(percent());
  }

  /** By how much it fails in the worst case, with the unit; empty where it just fails. */
  public String size() {
    double worst = score.worstViolation();
    return switch (score.subject().unit()) {
      case "" -> "";
      case "1" -> "%s of what is asked for".formatted(Figures.percent(worst));
      case "sellers" -> Verdict.counted(Math.round(worst), "seller");
      default ->
          "%s %s".formatted(Figures.of(worst), score.subject().unit().replace("$", currency));
    };
  }

  private String holds() {
    return score.isSearch()
        ? "search: no violation found in %s".formatted(cases())
        : "holds in %s".formatted(allCases());
  }

  private String allCases() {
    return score.cases() == 1 ? "the only case" : "all %s".formatted(cases());
  }

  private String cases() {
    return Verdict.counted(score.cases(), "case");
  }

  private String howOften() {
    if (score.held() == 0) {
      return allCases();
    }
    return countsFailures()
        ? "%s of %s".formatted(score.failed(), cases())
        : "%s %% of %s".formatted(percent(), cases());
  }

  private long percent() {
    return Math.round(HUNDRED * (1 - score.share()));
  }

  /** Whether a share in whole % would say less than the number of failures. */
  private boolean countsFailures() {
    return score.cases() < FEW || percent() == 0 || percent() == HUNDRED;
  }

  private String byHowMuch() {
    return size().isEmpty() ? "" : ", by up to %s".formatted(size());
  }

  private Finding worst() {
    return score.worst().orElseThrow();
  }

  /** Where a case was: the buyer, the round, and the seed if there are several. */
  public String place(Case place) {
    String buyer = place.buyer().isEmpty() ? "" : "%s, ".formatted(place.buyer());
    String moment = place.atEnd() ? "at the end" : "round %s".formatted(place.round());
    String where = place.round() == 0 ? place.buyer() : "%s%s".formatted(buyer, moment);
    return namesSeeds ? "%s, seed %s".formatted(where, place.seed()) : where;
  }
}
