package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;

/** sup_i − u_i(reply) − ε: how much better than ε any other bids could do. */
@Kind(
    name = "optimal-any",
    meaning = "No bids whatever gain a buyer more than ε over the reply of its strategy.")
public record OptimalAny() implements BuyerClaim {
  @Override
  public About about() {
    return new About(Source.PROPOSITION, "proportional ties", Decision.SUPREMUM, Unit.MONEY, true);
  }

  @Override
  public double violation(Situation buyer) {
    return buyer.best() - buyer.replyUtility() - buyer.state().epsilon();
  }

  @Override
  public String evidence(Situation buyer) {
    return "the reply is worth %s $, the best bids of any kind would be worth %s $"
        .formatted(buyer.replyUtility(), buyer.best());
  }
}
