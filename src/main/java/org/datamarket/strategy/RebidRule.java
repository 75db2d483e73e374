package org.datamarket.strategy;

import java.io.Serializable;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.strategy.Reply.Outcome;
import org.datamarket.strategy.supply.Totals;

/**
 * A buyer bids again only when that gains more than ε, and always when its bids have come to cost
 * more than its budget: what it cannot pay is worth −∞ to it (Lazar &amp; Semret 1998;
 * docs/model.md §4, step 6).
 */
public final class RebidRule {
  private static final double UNPAYABLE = Double.NEGATIVE_INFINITY;

  private RebidRule() {}

  /**
   * What a buyer decided.
   *
   * @param reply what its strategy wanted
   * @param utilityNow what its live bids get it, given the rivals', $; −∞ if it cannot pay for them
   * @param utilityOfReply what the reply would get it, $; −∞ if it cannot pay for that
   * @param accepted whether the reply replaces the live bids
   */
  public record Decision(Reply reply, double utilityNow, double utilityOfReply, boolean accepted)
      implements Serializable {

    /**
     * How much the reply would gain, $; may be negative, or infinite where a budget is exceeded.
     */
    public double gain() {
      return utilityOfReply - utilityNow;
    }

    /** Whether the live bids cost more than the budget, so that something else had to be bid. */
    public boolean isOverBudget() {
      return utilityNow == UNPAYABLE;
    }

    /**
     * Whether the reply costs no more than the budget: strategies reckon with proportional ties.
     */
    public boolean isReplyPayable() {
      return utilityOfReply != UNPAYABLE;
    }
  }

  /**
   * Whether a reply is worth its fee: u(reply) &gt; u(live bids) + ε. A buyer that can pay neither
   * for its bids nor for the reply has one choice left, to bid nothing. O(reach + bids · log book).
   */
  public static Decision decide(BuyerTerms terms, BuyerView view, Reply reply) {
    double now = worth(terms, view, view.own());
    double then = worth(terms, view, reply.bids());
    if (now == UNPAYABLE && then == UNPAYABLE) {
      Reply none = Reply.none(Outcome.OVER_BUDGET, reply.ranking(), reply.desiredTotal());
      return decide(terms, view, none);
    }
    return new Decision(reply, now, then, then > now + terms.epsilon());
  }

  private static double worth(BuyerTerms terms, BuyerView view, Bids bids) {
    double cost = view.cost(bids);
    return Totals.pays(terms.budget(), cost)
        ? terms.valuation().value(view.allocation(bids)) - cost
        : UNPAYABLE;
  }
}
