package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Kinds;

/**
 * Something a paper says of a market, as a statement that can be judged on one state of it. Each
 * claim is one class, named by {@link Kind}, whose meaning is the statement. What a claim yields is
 * its <em>violation</em>, in its own unit: the claim holds where that is at most the state's
 * tolerance for that unit, fails where it is more, and is not applicable (NaN) where its hypothesis
 * does not hold.
 */
public sealed interface Claim permits BuyerClaim, MarketClaim {

  /** Its id, in lower case with hyphens. */
  default String id() {
    return Kinds.nameOf(this);
  }

  /** Its statement, a sentence. */
  default String statement() {
    return getClass().getAnnotation(Kind.class).meaning();
  }

  /** Where it is said, and what it takes for granted. */
  About about();

  /** What stands behind a claim. */
  record About(Source source, String hypothesis, Decision decision, Unit unit, boolean cheap) {
    private static final String AT_REST = "at rest";

    /** Whether it is taken for granted that the market is at rest. */
    public boolean needsRest() {
      return hypothesis.startsWith(AT_REST);
    }
  }

  /** Who says so. */
  enum Source {
    /** The opt-out paper's proposition. */
    PROPOSITION("Blocher & Harris 2021, Proposition"),
    /** The opt-out paper's lemma. */
    LEMMA("Blocher & Harris 2021, Lemma"),
    /** Elsewhere in the opt-out paper. */
    OPT_OUT("Blocher & Harris 2021"),
    /** The draft of that paper. */
    DRAFT("Blocher & Harris, draft"),
    /** The progressive second price auction. */
    LAZAR_SEMRET("Lazar & Semret 1998"),
    /** Its revision. */
    TUFFIN("Tuffin 2001"),
    /** The data market's later paper. */
    BLAZEK_HARRIS("Blazek & Harris 2025");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** Authors, year and place. */
    public String words() {
      return words;
    }
  }

  /** How it is decided. */
  enum Decision {
    /** By arithmetic on one clearing. */
    CLEARING,
    /** By an exact supremum: the cheapest units. */
    SUPREMUM,
    /** By trying every set of sellers in reach; beyond twelve sellers, of the twelve largest. */
    ENUMERATION,
    /** By the planner's optimum. */
    PLANNER,
    /** By looking for a violation: finding none proves nothing. */
    SEARCH
  }

  /** What a violation is measured in. */
  enum Unit {
    /** $. */
    MONEY,
    /** GB. */
    QUANTITY,
    /** $/GB. */
    PRICE,
    /** Sellers. */
    COUNT,
    /** A share of the total asked for: a pure number. */
    SHARE,
    /** In nothing: 1 where it fails, 0 where it holds. */
    FACT
  }
}
