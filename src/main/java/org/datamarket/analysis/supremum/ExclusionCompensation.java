package org.datamarket.analysis.supremum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.UnitCursor;

/** What a bid costs, by the two formulas of docs/model.md §2, each as it is written there. */
public final class ExclusionCompensation {
  private ExclusionCompensation() {}

  /**
   * Σ_k p_k (a_k(0; s₋ᵢ) − a_k(s)) over the rivals and the seller's own bid (D, r): what they lose
   * by the bid, at their own prices, $ (Lazar &amp; Semret 1998). O(bids).
   *
   * @param rivals the auction without the bidder
   * @param bid its bid
   */
  public static double sum(Auction rivals, Bid bid) {
    List<Auction.Award> without = rivals.awards();
    int bidder = without.stream().mapToInt(Auction.Award::buyer).max().orElse(-1) + 1;
    List<Auction.Award> with = rivals.with(bidder, bid).awards();
    Map<Integer, Double> kept = new HashMap<>();
    with.forEach(award -> kept.put(award.buyer(), award.allocation()));
    double sum = 0;
    for (Auction.Award award : without) {
      sum += award.bid().price() * (award.allocation() - kept.get(award.buyer()));
    }
    return sum + rivals.reserve() * (left(rivals, without) - left(rivals, with));
  }

  /** What the seller's own bid gets, which loses every tie, GB. */
  private static double left(Auction auction, List<Auction.Award> awards) {
    double asked = 0;
    for (Auction.Award award : awards) {
      asked += award.bid().price() >= auction.reserve() ? award.bid().quantity() : 0;
    }
    return Math.max(0, auction.quantity() - asked);
  }

  /**
   * ∫₀ᵃ P(z) dz: the cheapest a residual units, $ (Tuffin 2001). O(bids).
   *
   * @param rivals the auction without the bidder
   * @param allocation a, GB, at most what is on offer
   */
  public static double integral(Auction rivals, double allocation) {
    double left = allocation;
    double cost = 0;
    for (UnitCursor units = rivals.units(); units.isValid() && left > 0; units.next()) {
      double taken = Math.min(left, units.quantity());
      cost += units.price() * taken;
      left -= taken;
    }
    return cost;
  }
}
