package org.datamarket.analysis;

import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Reply;
import org.datamarket.strategy.supply.Totals;

/**
 * A bound on what any bids whatever could gain over a reply, from one price λ alone (docs/model.md
 * §7, slack). By weak duality, for a reply that gets a_j of seller j, a in all, and any λ ≥ 0,
 *
 * <pre>
 *   sup u − u(reply) ≤ G(λ) = max_z [θ(z) − λ z] − [θ(a) − λ a] + Σ_j ∫ from a_j to Q_j(λ) of (λ − P_j(x)) dx:
 * </pre>
 *
 * what the reply misses of the best total at that price, and what the cheap units are worth that it
 * leaves lying. Where G ≤ ε the reply is ε-best for certain: the sufficient condition. It holds
 * with proportional ties and reckons without the budget, which can only make the supremum smaller.
 */
public final class SufficientCondition {
  private SufficientCondition() {}

  /**
   * G(λ̂), $, at least 0: of a reply below the demand at λ̂ = θ′(z*), of one for all of it at θ′(d)
   * or the price of the dearest unit that it takes, whichever is lower. NaN where λ̂ is infinite,
   * since nothing is wanted of those whose first unit is worth any price. O(reach · log bids).
   */
  public static double slack(BuyerTerms terms, BuyerView view, Reply reply) {
    double price = price(terms.valuation(), view, reply);
    return Double.isInfinite(price)
        ? Double.NaN
        : slack(terms.valuation(), view, reply.bids(), price);
  }

  /**
   * G(λ), $, at least 0 but for rounding, which is cut off.
   *
   * @param price λ, $/GB, finite, at least 0
   */
  public static double slack(Valuation valuation, BuyerView view, Bids bids, double price) {
    double gets = 0;
    double leavesLying = 0;
    for (int place = 0; place < view.size(); place++) {
      Auction rivals = view.rivals(place);
      int seller = view.seller(place);
      double allocation = rivals.allocation(bids.at(seller));
      double left = rivals.residual(price);
      double cost = rivals.costOf(left) - rivals.cost(bids.at(seller));
      leavesLying += price * (left - allocation) - cost;
      gets += allocation;
    }
    double wanted = valuation.demandAt(price);
    double misses = valuation.value(wanted) - valuation.value(gets) - price * (wanted - gets);
    return Math.max(0, misses + leavesLying);
  }

  /** λ̂, $/GB. */
  private static double price(Valuation valuation, BuyerView view, Reply reply) {
    double demand = valuation.demand();
    if (reply.bidTotal() < demand) {
      return valuation.marginal(reply.desiredTotal());
    }
    double dearest = 0;
    for (int place = 0; place < view.size(); place++) {
      Auction rivals = view.rivals(place);
      double allocation = rivals.allocation(reply.bids().at(view.seller(place)));
      if (allocation > 0) {
        dearest = Math.max(dearest, rivals.marketPrice(allocation * (1 - Totals.SAME)));
      }
    }
    return Math.min(valuation.marginal(demand), dearest);
  }
}
