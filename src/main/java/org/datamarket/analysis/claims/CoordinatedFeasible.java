package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;
import org.datamarket.market.Bids;

/** The largest share of an ask of the reply that its seller would not give. */
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

  /** max over bids of (q − a) / q. */
  static double largestShareMissing(Situation buyer, Bids bids) {
    double largest = 0;
    for (int k = 0; k < bids.size(); k++) {
      double asked = bids.bid(k).quantity();
      double got = buyer.view().allocationAt(bids.seller(k), bids.bid(k));
      largest = Math.max(largest, (asked - got) / asked);
    }
    return largest;
  }

  @Override
  public String evidence(Situation buyer) {
    Bids bids = buyer.reply().bids();
    return "the reply %s gets %s GB in all".formatted(bids, buyer.view().allocation(bids));
  }
}
