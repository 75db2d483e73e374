package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;
import org.datamarket.market.Bids;
import org.datamarket.strategy.supply.VisiblePrices;

/** θ_i(0) − u_i(s): what a buyer loses by its truthful bids against taking no part. */
@Kind(name = "rational", meaning = "Truthful bids never leave a buyer worse off than no bids.")
public record Rational() implements BuyerClaim {
  @Override
  public About about() {
    String hypothesis = "its bids have one price, at most θ′ of the total they ask for";
    return new About(Source.PROPOSITION, hypothesis, Decision.CLEARING, Unit.MONEY, true);
  }

  @Override
  public double violation(Situation buyer) {
    return isTruthful(buyer) ? loss(buyer) : Double.NaN;
  }

  /** The same for any bids. */
  public static double loss(Situation buyer) {
    return buyer.valuation().value(0) - buyer.utility();
  }

  private static boolean isTruthful(Situation buyer) {
    Bids bids = buyer.bids();
    double asked = 0;
    for (int k = 0; k < bids.size(); k++) {
      asked += bids.bid(k).quantity();
    }
    return buyer.price() <= buyer.valuation().marginal(asked) * (1 + VisiblePrices.SAME);
  }

  @Override
  public String evidence(Situation buyer) {
    return "its bids %s are worth %s $".formatted(buyer.bids(), buyer.utility());
  }
}
