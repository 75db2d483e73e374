package org.datamarket.analysis.score;

import java.util.Set;
import org.datamarket.analysis.claims.Claim;
import org.datamarket.analysis.claims.Claim.Source;

/** What a claim is about, in the order in which a reader asks. */
public enum Group {
  /** The opt-out paper's proposition. */
  PROPOSITION("The opt-out paper's Proposition: the strategy's reply"),
  /** The opt-out paper's lemma. */
  LEMMA("Its Lemma: equal bids in a pool lose nothing"),
  /** Where markets come to rest. */
  EQUILIBRIUM("Equilibrium: where the market comes to rest"),
  /** What an auction does with any bids. */
  AUCTION("The auction itself"),
  /** Everything else. */
  OTHERS("What others claim");

  private static final Set<String> OF_EQUILIBRIUM =
      Set.of(
          "eps-nash",
          "eps-nash-2",
          "converges",
          "fair-division",
          "pareto-unsold",
          "delta-efficient",
          "price-ordering");

  private static final Set<String> OF_AUCTIONS =
      Set.of("cost-within-bid", "cost-above-reserve", "cost-integral", "exclusion-compensation");

  private final String heading;

  Group(String heading) {
    this.heading = heading;
  }

  /** What stands above its claims. */
  public String heading() {
    return heading;
  }

  /** Where a claim belongs. */
  static Group of(Claim claim) {
    if (OF_EQUILIBRIUM.contains(claim.id())) {
      return EQUILIBRIUM;
    }
    if (OF_AUCTIONS.contains(claim.id())) {
      return AUCTION;
    }
    Source source = claim.about().source();
    return source == Source.PROPOSITION ? PROPOSITION : source == Source.LEMMA ? LEMMA : OTHERS;
  }
}
