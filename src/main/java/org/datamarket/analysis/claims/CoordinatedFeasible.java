package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;
import org.datamarket.market.Bids;

/**
 * What a seller does not give of the ask of the reply, the most there is, as a share of the total.
 */
@Kind(name = "coordinated-feasible", meaning = "The reply gets from every seller what it asks for.")
public record CoordinatedFeasible() implements BuyerClaim {
  @Override
  public About about() {
    return new About(Source.PROPOSITION, "the reply bids", Decision.CLEARING, Unit.SHARE, true);
  }

  @Override
  public double violation(Situation buyer) {
    Bids bids = buyer.reply().bids();
    return bids.isEmpty() ? Double.NaN : largestShareMissing(buyer, bids);
  }

  /** max over bids of q − a, as a share of Σ q. */
  static double largestShareMissing(Situation buyer, Bids bids) {
    double missing = 0;
    double asked = 0;
    for (int k = 0; k < bids.size(); k++) {
      double got = buyer.view().allocationAt(bids.seller(k), bids.bid(k));
      missing = Math.max(missing, bids.bid(k).quantity() - got);
      asked += bids.bid(k).quantity();
    }
    return missing / asked;
  }

  @Override
  public String evidence(Situation buyer) {
    Bids bids = buyer.reply().bids();
    return "the reply %s gets %s GB in all".formatted(bids, buyer.view().allocation(bids));
  }
}
