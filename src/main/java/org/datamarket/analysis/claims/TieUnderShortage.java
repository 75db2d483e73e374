package org.datamarket.analysis.claims;

import org.datamarket.kind.Kind;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;

/**
 * max over the sellers where a rival bids the reply's price p of Σ_{p_k ≥ p} q_k − D, the reply
 * itself among the q_k: by how much the tied bids and those above them ask for more than there is.
 */
@Kind(
    name = "tie-under-shortage",
    meaning = "Just after a reply, no rival at its price competes for units that are not there.")
public record TieUnderShortage() implements BuyerClaim {
  @Override
  public About about() {
    return new About(Source.TUFFIN, "the reply bids", Decision.CLEARING, Unit.QUANTITY, true);
  }

  @Override
  public double violation(Situation buyer) {
    Bids bids = buyer.reply().bids();
    double largest = bids.isEmpty() ? Double.NaN : Double.NEGATIVE_INFINITY;
    for (int k = 0; k < bids.size(); k++) {
      largest = Math.max(largest, excess(buyer.rivalsAt(bids.seller(k)), bids.bid(k)));
    }
    return largest == Double.NEGATIVE_INFINITY ? 0 : largest;
  }

  private static double excess(Auction rivals, Bid bid) {
    if (rivals.distanceToBid(bid.price()) > 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double asked = bid.quantity();
    for (Auction.Award award : rivals.awards()) {
      asked += award.bid().price() >= bid.price() ? award.bid().quantity() : 0;
    }
    return asked - rivals.quantity();
  }

  @Override
  public String evidence(Situation buyer) {
    return "the reply is %s".formatted(buyer.reply().bids());
  }
}
