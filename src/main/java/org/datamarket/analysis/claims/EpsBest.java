package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Few;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/** sup_i − u_i(reply) − ε for the strategies that are best replies by construction. */
@Kind(
    name = "eps-best",
    meaning = "The reply of a best-reply strategy is within ε of what any bids could get.")
public record EpsBest() implements BuyerClaim {
  @Override
  public About about() {
    String hypothesis = "the strategy is truthful-single, waterfill or few, proportional ties";
    return new About(Source.LAZAR_SEMRET, hypothesis, Decision.SUPREMUM, Unit.MONEY, true);
  }

  @Override
  public double violation(Situation buyer) {
    BuyerStrategy strategy = buyer.spec().strategy();
    boolean best =
        strategy instanceof Waterfill
            || strategy instanceof TruthfulSingle
            || strategy instanceof Few;
    return best ? new OptimalAny().violation(buyer) : Double.NaN;
  }

  @Override
  public String evidence(Situation buyer) {
    return new OptimalAny().evidence(buyer);
  }
}
