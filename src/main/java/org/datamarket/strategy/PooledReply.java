package org.datamarket.strategy;

import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.Reply.Outcome;

/** The steps that the strategies with a pool share (docs/model.md §4, steps 3–5 and 7). */
final class PooledReply {
  private final PoolRule rule;
  private final RankingOrder order;
  private final BuyerTerms terms;
  private final BuyerView view;
  private final Valuation valuation;
  private final double demand;

  PooledReply(PoolRule rule, RankingOrder order, BuyerTerms terms, BuyerView view) {
    this.rule = rule;
    this.order = order;
    this.terms = terms;
    this.view = view;
    this.valuation = terms.valuation();
    this.demand = valuation.demand();
  }

  Reply reply(Shortfall shortfall, Shading shading) {
    if (shortfall == Shortfall.ABSTAIN && !demandIsFeasible()) {
      Ranking ranking = Ranking.at(view, valuation.marginal(demand), order);
      return Reply.none(Outcome.DEMAND_INFEASIBLE, ranking, 0);
    }
    Crossing crossing = rule.crossing(valuation, view);
    double reachable = wholeIfMet(crossing.total());
    double desired = isSimple() ? reachable : wholeIfMet(affordable(reachable));
    if (desired == 0 || desired < Totals.NEGLIGIBLE * demand) {
      boolean noSupply = reachable == 0 || reachable < Totals.NEGLIGIBLE * demand;
      return Reply.none(
          noSupply ? Outcome.NOTHING_LEFT : Outcome.OUT_OF_BUDGET, Ranking.empty(), desired);
    }
    return bid(crossing, desired, shading.shade(valuation, desired, terms.epsilon()));
  }

  private boolean demandIsFeasible() {
    Ranking ranking =
        Ranking.at(view, VisiblePrices.priceFor(valuation, demand, view), order);
    return rule.size(ranking, demand) > 0;
  }

  /** Whether the largest total that residuals can meet is the desired one already. */
  private boolean isSimple() {
    return order == RankingOrder.RESIDUAL && Double.isInfinite(terms.budget());
  }

  private double wholeIfMet(double total) {
    return Totals.meets(total, demand) ? demand : total;
  }

  private double affordable(double limit) {
    return new AffordableTotal(rule, order, terms, view).largest(limit);
  }

  private Reply bid(Crossing crossing, double desired, double shaded) {
    double total = shaded;
    double price = VisiblePrices.priceFor(valuation, total, view);
    Ranking ranking = Ranking.at(view, price, order);
    int size = rule.size(ranking, total);
    boolean restsOnPool =
        isSimple() && size > 0 && price == valuation.marginal(total);
    if (size == 0) {
      ranking = Ranking.at(view, VisiblePrices.priceFor(valuation, desired, view), order);
      size = rule.size(ranking, desired);
    } else if (!Totals.pays(terms.budget(), rule.cost(ranking, size, total, view))) {
      total = affordable(total);
      price = VisiblePrices.priceFor(valuation, total, view);
      ranking = Ranking.at(view, price, order);
      size = rule.size(ranking, total);
    }
    if (size == 0 || total == 0 || total < Totals.NEGLIGIBLE * demand) {
      return Reply.none(Outcome.WORTH_TOO_LITTLE, ranking, desired);
    }
    Bids bids = view.bidsOf(rule.asks(ranking, size, total, view), price);
    Reply reply = Reply.bid(bids, ranking, size, desired, total, price);
    return restsOnPool
        ? reply.on(rule.grounds(view, crossing, price, ranking, size))
        : reply;
  }
}
