package org.datamarket.strategy;

import org.datamarket.kind.Kind;
import org.datamarket.kind.Meaning;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.Reply.Outcome;
import org.datamarket.strategy.supply.CheapestUnits;
import org.datamarket.strategy.supply.MergedUnits;
import org.datamarket.strategy.supply.Totals;
import org.datamarket.strategy.supply.VisiblePrices;

/**
 * The fewest sellers that make no difference: the pool grows by the seller that adds most, until
 * opting out of all others gives up at most a share of ε; what is left of ε may be given up by
 * shading. So a reply without a tie at its price is ε-best, and a market of such buyers rests
 * within 2ε of a Nash equilibrium (docs/model.md §4, other strategies).
 *
 * @param slack η, the share of ε that opting out may give up
 * @param shading how far below the desired total the bid stays
 */
@Kind(
    name = "few",
    meaning = "The fewest sellers with which opting out of all others costs next to nothing.")
public record Few(
    @Meaning(
            value = "How much of ε opting out of all other sellers may give up.",
            unit = "1",
            range = "[0, 1]",
            otherwise = "0.1")
        double slack,
    @Meaning(Shading.MEANING) Shading shading)
    implements BuyerStrategy {
  private static final double USUAL_SLACK = 0.1;

  /**
   * @throws IllegalArgumentException if the slack is not within [0, 1]
   */
  public Few {
    if (!(slack >= 0 && slack <= 1)) {
      throw new IllegalArgumentException("slack must be from 0 to 1, not " + slack);
    }
  }

  /** A tenth of ε, shading by utility. */
  public Few() {
    this(USUAL_SLACK, Shading.UTILITY);
  }

  @Override
  public Reply reply(BuyerTerms terms, BuyerView view) {
    Valuation valuation = terms.valuation();
    CheapestUnits whole = CheapestUnits.worthwhile(valuation, terms.budget(), view);
    double all = Totals.wholeIfMet(whole.total(), valuation.demand());
    if (Totals.isNothing(all, valuation.demand())) {
      boolean paid = terms.budget() > 0;
      return Reply.none(paid ? Outcome.NOTHING_LEFT : Outcome.OUT_OF_BUDGET, Ranking.empty(), all);
    }
    double best = valuation.value(all) - whole.cost();
    double price = Math.max(whole.dearest(), VisiblePrices.priceFor(valuation, all, view));
    Ranking ranking = Ranking.at(view, price, RankingOrder.RESIDUAL);
    FewestSellers pool =
        FewestSellers.of(
            terms,
            view,
            ranking,
            best - slack * terms.epsilon(),
            Totals.SAME * valuation.value(all));
    double forgone = Math.max(0, best - pool.worth());
    return pool.places().length == 0
        ? Reply.none(Outcome.WORTH_TOO_LITTLE, ranking, all).forgoing(forgone)
        : bid(pool, forgone, terms, view);
  }

  /**
   * The bids for what a pool gives.
   *
   * @param forgone what the other sellers would add, $
   */
  private Reply bid(FewestSellers pool, double forgone, BuyerTerms terms, BuyerView view) {
    Valuation valuation = terms.valuation();
    double demand = valuation.demand();
    double desired = Totals.wholeIfMet(pool.units().total(), demand);
    double total = shading.shade(valuation, desired, Math.max(0, terms.epsilon() - forgone));
    double price = VisiblePrices.priceFor(valuation, total, view, pool.units().dearest());
    Ranking atPrice =
        Ranking.at(view, price, RankingOrder.RESIDUAL)
            .ledBy(pool.places(), view, RankingOrder.RESIDUAL);
    if (Totals.isNothing(total, demand)) {
      return Reply.none(Outcome.WORTH_TOO_LITTLE, atPrice, desired).forgoing(forgone);
    }
    MergedUnits units = new MergedUnits(view, pool.places());
    double[] asks = CheapestUnits.split(units, view.size(), total);
    Bids bids = view.bidsOf(Totals.withoutNegligible(asks, total), price);
    return Reply.bid(bids, atPrice, pool.places().length, desired, total, price).forgoing(forgone);
  }
}
