package org.datamarket.strategy;

import java.io.Serializable;
import org.datamarket.market.BuyerView;

/** A buyer bids again only when that gains more than ε (docs/model.md §4, step 6). */
public final class RebidRule {
  private RebidRule() {}

  /**
   * What a buyer decided.
   *
   * @param reply what its strategy wanted
   * @param utilityNow what its live bids get it, given the rivals', $
   * @param utilityOfReply what the reply would get it, $
   * @param accepted whether the reply replaces the live bids
   */
  public record Decision(Reply reply, double utilityNow, double utilityOfReply, boolean accepted)
      implements Serializable {

    /** How much the reply would gain, $; may be negative. */
    public double gain() {
      return utilityOfReply - utilityNow;
    }
  }

  /** Whether a reply is worth its fee: u(reply) &gt; u(live bids) + ε. O(reach + bids · log book). */
  public static Decision decide(BuyerTerms terms, BuyerView view, Reply reply) {
    double now = view.utility(terms.valuation(), view.own());
    double then = view.utility(terms.valuation(), reply.bids());
    return new Decision(reply, now, then, then > now + terms.epsilon());
  }
}
