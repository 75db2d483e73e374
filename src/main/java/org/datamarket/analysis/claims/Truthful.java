package org.datamarket.analysis.claims;

import org.datamarket.analysis.supremum.Misreport;
import org.datamarket.kind.Kind;
import org.datamarket.market.Bids;
import org.datamarket.strategy.BuyerTerms;

/**
 * max over false reports of u_i(reply to the report) − u_i(reply) − ε: how much more than ε a buyer
 * gains by telling its strategy another valuation than its own, with prices and a demand of ¼, ½,
 * 1, 2 or 4 times the true ones.
 */
@Kind(
    name = "truthful",
    meaning = "A buyer gains no more than ε by telling its strategy a false valuation.")
public record Truthful() implements BuyerClaim {
  @Override
  public About about() {
    return new About(Source.LAZAR_SEMRET, "", Decision.SEARCH, Unit.MONEY, false);
  }

  @Override
  public double violation(Situation buyer) {
    return worth(buyer, bestLie(buyer)) - buyer.replyUtility() - buyer.state().epsilon();
  }

  private static Misreport bestLie(Situation buyer) {
    Misreport best = Misreport.of(buyer.valuation(), 1, 1);
    double most = worth(buyer, best);
    for (double price : Misreport.factors()) {
      for (double demand : Misreport.factors()) {
        Misreport lie = Misreport.of(buyer.valuation(), price, demand);
        double worth = worth(buyer, lie);
        if (worth > most) {
          most = worth;
          best = lie;
        }
      }
    }
    return best;
  }

  private static double worth(Situation buyer, Misreport report) {
    return buyer.utility(reply(buyer, report));
  }

  private static Bids reply(Situation buyer, Misreport report) {
    BuyerTerms terms = new BuyerTerms(report, buyer.terms().budget(), buyer.state().epsilon());
    return buyer.spec().strategy().reply(terms, buyer.view()).bids();
  }

  @Override
  public String evidence(Situation buyer) {
    Misreport lie = bestLie(buyer);
    return "with %s times its prices and %s times its demand it would bid %s and have %s $, not %s $"
        .formatted(
            lie.priceFactor(),
            lie.demandFactor(),
            reply(buyer, lie),
            worth(buyer, lie),
            buyer.replyUtility());
  }
}
