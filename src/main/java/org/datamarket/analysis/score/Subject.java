package org.datamarket.analysis.score;

import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claim.Decision;
import org.datamarket.analysis.claims.Claim.Unit;

/**
 * What is judged: a claim about states, or one about how a market is played.
 *
 * @param id in lower case with hyphens
 * @param statement a sentence
 * @param source authors, year and place
 * @param hypothesis what it takes for granted; empty if nothing
 * @param decision how it is decided, in a word
 * @param unit of its violation, with $ for the model's currency; empty where it is 1 or 0: fails or
 *     holds
 * @param group under which heading it is shown
 */
public record Subject(
    String id,
    String statement,
    String source,
    String hypothesis,
    String decision,
    String unit,
    Group group) {

  /** A claim about states. */
  public static Subject of(Claim claim) {
    Claim.About about = claim.about();
    return new Subject(
        claim.id(),
        claim.statement(),
        about.source().words(),
        about.hypothesis(),
        inAWord(about.decision()),
        unit(about.unit()),
        Group.of(claim));
  }

  private static String inAWord(Decision decision) {
    return switch (decision) {
      case CLEARING -> "clearing";
      case SUPREMUM -> "supremum";
      case ENUMERATION -> "enumeration";
      case PLANNER -> "planner";
      case SEARCH -> "search";
    };
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case MONEY -> "$";
      case QUANTITY -> "GB";
      case PRICE -> "$/GB";
      case SHARE -> "1";
      case COUNT -> "sellers";
      case FACT -> "";
    };
  }
}
