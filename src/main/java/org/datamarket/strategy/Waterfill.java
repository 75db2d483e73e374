package org.datamarket.strategy;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.Reply.Outcome;
import org.datamarket.strategy.supply.CheapestUnits;
import org.datamarket.strategy.supply.Totals;
import org.datamarket.strategy.supply.VisiblePrices;

/**
 * The exact best reply with perfect substitutes: the market's residual units from the cheapest up
 * while they are worth more than they cost, all asked for at one price (Blazek &amp; Harris 2025;
 * docs/model.md §4).
 *
 * @param shading how far below the desired total the bid stays
 */
@Kind(name = "waterfill", meaning = "The exact best reply: the cheapest units first.")
public record Waterfill(@Meaning(Shading.MEANING) Shading shading) implements BuyerStrategy {

  /** Shading by utility. */
  public Waterfill() {
    this(Shading.UTILITY);
  }

  @Override
  public Reply reply(BuyerTerms terms, BuyerView view) {
    Valuation valuation = terms.valuation();
    double demand = valuation.demand();
    CheapestUnits whole = CheapestUnits.worthwhile(valuation, terms.budget(), view);
    double desired = Totals.wholeIfMet(whole.total(), demand);
    if (Totals.isNothing(desired, demand)) {
      boolean paid = terms.budget() > 0;
      return Reply.none(
          paid ? Outcome.NOTHING_LEFT : Outcome.OUT_OF_BUDGET, Ranking.empty(), desired);
    }
    double total = shading.shade(valuation, desired, terms.epsilon());
    double price = VisiblePrices.priceFor(valuation, total, view, whole.dearest());
    Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
    if (Totals.isNothing(total, demand)) {
      return Reply.none(Outcome.WORTH_TOO_LITTLE, ranking, desired);
    }
    double[] asks = Totals.withoutNegligible(CheapestUnits.split(view, total), total);
    Bids bids = view.bidsOf(asks, price);
    return Reply.bid(bids, ranking, bids.size(), desired, total, price);
  }
}
