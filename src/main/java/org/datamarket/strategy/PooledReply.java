package org.datamarket.strategy;

import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.Reply.Outcome;
import org.datamarket.strategy.supply.Totals;
import org.datamarket.strategy.supply.VisiblePrices;

/** The steps that the strategies with a pool share (docs/model.md §4, steps 3–5 and 7). */
final class PooledReply {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

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
    Crossing crossing = rule.crossing(valuation, view, order);
    if (order == RankingOrder.UNCONTESTED && isNothing(crossing.total())) {
      PooledReply byResidual = new PooledReply(rule, RankingOrder.RESIDUAL, terms, view);
      return byResidual.reply(shortfall, shading).on(Grounds.EVERYTHING);
    }
    Crossing reachable =
        order == RankingOrder.OFFER ? largest(crossing, UNLIMITED) : wholeIfMet(crossing);
    if (shortfall == Shortfall.ABSTAIN && reachable.total() < demand) {
      Ranking ranking = Ranking.at(view, valuation.marginal(demand), order);
      return Reply.none(Outcome.DEMAND_INFEASIBLE, ranking, 0);
    }
    Crossing desired = hasBudget() ? largest(reachable, terms.budget()) : reachable;
    if (isNothing(desired.total())) {
      return Reply.none(
          isNothing(reachable.total()) ? Outcome.NOTHING_LEFT : Outcome.OUT_OF_BUDGET,
          Ranking.empty(),
          desired.total());
    }
    boolean met = order != RankingOrder.UNCONTESTED || !desired.onStep();
    return bid(crossing, desired, shading.shade(valuation, desired.total(), met, terms.epsilon()));
  }

  private boolean hasBudget() {
    return terms.budget() < UNLIMITED;
  }

  private boolean isNothing(double total) {
    return Totals.isNothing(total, demand);
  }

  private Crossing wholeIfMet(Crossing crossing) {
    return Totals.meets(crossing.total(), demand)
        ? new Crossing(demand, crossing.price(), crossing.onStep())
        : crossing;
  }

  private Crossing largest(Crossing limit, double budget) {
    return wholeIfMet(new AffordableTotal(rule, order, valuation, budget, view).largest(limit));
  }

  /**
   * A total, its price, and the pool that meets it there: none when the size is 0.
   *
   * @param kept whether the pool is that of a larger total
   */
  private record Plan(double total, double price, Ranking ranking, int size, boolean kept) {}

  private Reply bid(Crossing crossing, Crossing desired, double shaded) {
    Plan plan = plan(shaded, desired);
    if (!isPaid(plan)) {
      Crossing less =
          largest(new Crossing(shaded, valuation.marginal(shaded), false), terms.budget());
      plan = plan(less.total(), less);
      plan = isPaid(plan) ? plan : keepPool(plan.total, plan.price, less);
    }
    if (plan.size == 0 || isNothing(plan.total)) {
      return Reply.none(Outcome.WORTH_TOO_LITTLE, plan.ranking, desired.total());
    }
    Bids bids = view.bidsOf(rule.asks(plan.ranking, plan.size, plan.total, view), plan.price);
    Reply reply = Reply.bid(bids, plan.ranking, plan.size, desired.total(), plan.total, plan.price);
    return restsOnPool(plan)
        ? reply.on(
            rule.grounds(view, order, valuation, crossing, plan.price, plan.ranking, plan.size))
        : reply;
  }

  /**
   * The pool for a total at its price as bid, or where there is none, the pool of a larger total at
   * its own.
   */
  private Plan plan(double total, Crossing larger) {
    double price = VisiblePrices.priceFor(valuation, total, view);
    Ranking ranking = Ranking.at(view, price, order);
    int size = rule.size(ranking, total);
    return size > 0
        ? new Plan(total, price, rule.led(ranking, size, total, view, order), size, false)
        : keepPool(total, price, larger);
  }

  /**
   * The larger total is met at its price but for rounding, so at a step of supply that is almost
   * there.
   */
  private Plan keepPool(double total, double price, Crossing larger) {
    double level = larger.price();
    Ranking ranking = Ranking.at(view, level, order.from(level, valuation));
    int size = rule.size(ranking, larger.total());
    while (size == 0 && level <= larger.price() * (1 + VisiblePrices.SAME)) {
      level = VisiblePrices.nextStepAbove(level, view);
      ranking = Ranking.at(view, level, order.from(level, valuation));
      size = rule.size(ranking, larger.total());
    }
    Ranking kept = rule.led(ranking, size, larger.total(), view, order.from(level, valuation));
    return new Plan(total, price, kept, size, true);
  }

  private boolean isPaid(Plan plan) {
    return !hasBudget()
        || Totals.pays(terms.budget(), rule.cost(plan.ranking, plan.size, plan.total, view));
  }

  private boolean restsOnPool(Plan plan) {
    return order != RankingOrder.OFFER
        && !hasBudget()
        && !plan.kept
        && plan.price == valuation.marginal(plan.total);
  }
}
