package org.datamarket.examples;

import org.datamarket.market.Auction;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Ranking;
import org.datamarket.strategy.RankingOrder;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.Reply.Outcome;
import org.datamarket.strategy.Shading;

/**
 * Buys at one seller only, the one that can give it the most, and bids a little less than the data
 * is worth to it.
 *
 * @param margin by what share the price stays below the marginal valuation, in [0, 1)
 */
public record OneShop(double margin) implements BuyerStrategy {
  public OneShop {
    if (!(margin >= 0 && margin < 1)) {
      throw new IllegalArgumentException("margin must be at least 0 and below 1, not " + margin);
    }
  }

  @Override
  public Reply reply(BuyerTerms terms, BuyerView view) {
    int shop = 0;
    double most = 0;
    for (int k = 0; k < view.size(); k++) {
      double total = largestTotal(terms, view.rivals(k));
      if (total > most) {
        shop = k;
        most = total;
      }
    }
    if (most == 0) {
      return Reply.none(Outcome.NOTHING_LEFT, Ranking.empty(), 0);
    }
    double total = Shading.UTILITY.shade(terms.valuation(), most, terms.epsilon());
    if (total == 0) {
      return Reply.none(Outcome.WORTH_TOO_LITTLE, Ranking.empty(), most);
    }
    double price = price(terms.valuation(), total);
    double[] asks = new double[view.size()];
    asks[shop] = total;
    Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
    return Reply.bid(view.bidsOf(asks, price), ranking, 1, most, total, price);
  }

  private double price(Valuation valuation, double total) {
    return (1 - margin) * valuation.marginal(total);
  }

  /** The largest total that this seller can give at the buyer's price for it, within the budget. */
  private double largestTotal(BuyerTerms terms, Auction rivals) {
    Valuation valuation = terms.valuation();
    return Valuation.largest(
        valuation.demand(),
        total ->
            total <= rivals.residual(price(valuation, total))
                && rivals.costOf(total) <= terms.budget());
  }
}
