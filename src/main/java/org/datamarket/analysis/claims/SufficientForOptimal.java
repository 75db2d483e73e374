package org.datamarket.analysis.claims;

import org.datamarket.analysis.SufficientCondition;
import org.datamarket.kind.Kind;

/** optimal-any where the duality bound G(λ̂) is at most ε: there it must hold. */
@Kind(
    name = "sufficient-condition",
    meaning =
        "Where the cheap units that a reply leaves lying are worth no more than shading has left of"
            + " ε, no bids whatever gain more than ε over it.")
public record SufficientForOptimal() implements BuyerClaim {
  @Override
  public About about() {
    String hypothesis =
        "G(λ̂) ≤ ε, no budget, no rival within reach bids the reply's price, proportional ties";
    return new About(Source.PROPOSITION, hypothesis, Decision.SUPREMUM, Unit.MONEY, true);
  }

  @Override
  public double violation(Situation buyer) {
    boolean untied = !buyer.reply().bids().isEmpty() && !buyer.hasRivalAt(buyer.reply().price());
    boolean applies = untied && Double.isInfinite(buyer.terms().budget());
    return applies && slack(buyer) <= buyer.state().epsilon()
        ? new OptimalAny().violation(buyer)
        : Double.NaN;
  }

  private static double slack(Situation buyer) {
    return SufficientCondition.slack(buyer.terms(), buyer.view(), buyer.reply());
  }

  @Override
  public String evidence(Situation buyer) {
    return "the bound on what could be gained is %s $".formatted(slack(buyer));
  }
}
