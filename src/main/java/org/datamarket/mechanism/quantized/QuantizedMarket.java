package org.datamarket.mechanism.quantized;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Clearing;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;

/**
 * One seller whose buyers name prices of a grid only (Jia, Qu &amp; Caines 2009; docs/mechanisms.md
 * §7).
 *
 * @param grid B, the prices
 * @param supply D, GB, at least 0
 * @param valuations θ_i by buyer
 */
public record QuantizedMarket(PriceGrid grid, double supply, List<Valuation> valuations) {
  /** Copies the list. */
  public QuantizedMarket {
    valuations = List.copyOf(valuations);
  }

  /** Everybody at the lowest price, asking for all that it wants there. */
  public Profile start() {
    return at(grid.bottom());
  }

  /** Everybody at one level, asking for all that it wants there. */
  Profile at(int level) {
    return new Profile(
        valuations.stream().map(valuation -> level).toList(),
        valuations.stream().map(valuation -> demand(valuation, level)).toList());
  }

  /**
   * One round, all buyers at once: p_i = min{p ∈ B : φ_i(p) ≤ Q_i(p)}, q_i = φ_i(p_i), where Q_i(p)
   * is what rivals at strictly higher prices leave. O(n log n log M).
   */
  public Profile next(Profile now) {
    Auction all = auction(now);
    List<Integer> levels = new ArrayList<>();
    List<Double> quantities = new ArrayList<>();
    for (int i = 0; i < valuations.size(); i++) {
      Valuation valuation = valuations.get(i);
      Auction rivals = all.without(i, bid(now, i));
      int level =
          grid.lowest(grid.bottom(), m -> demand(valuation, m) <= rivals.residual(grid.price(m)));
      levels.add(level);
      quantities.add(demand(valuation, level));
    }
    return new Profile(levels, quantities);
  }

  /** What everybody gets and pays, under proportional ties. */
  public Clearing clearing(Profile profile) {
    List<Bid> bids = new ArrayList<>();
    for (int i = 0; i < valuations.size(); i++) {
      bids.add(bid(profile, i));
    }
    return Clearing.of(empty(), bids);
  }

  /** The auction with all bids of a profile. */
  public Auction auction(Profile profile) {
    Auction auction = empty();
    for (int i = 0; i < valuations.size(); i++) {
      auction = auction.with(i, bid(profile, i));
    }
    return auction;
  }

  /** A buyer's bid; none if it asks for nothing. */
  public Bid bid(Profile profile, int buyer) {
    double quantity = profile.quantities().get(buyer);
    return quantity == 0 ? Bid.NONE : new Bid(quantity, grid.price(profile.levels().get(buyer)));
  }

  private Auction empty() {
    return Auction.of(supply, grid.reserve(), TieRule.PROPORTIONAL);
  }

  /** φ_i(p), the largest z ≤ d_i with θ_i′(z) ≥ p, GB. */
  private double demand(Valuation valuation, int level) {
    return valuation.demandAt(grid.price(level));
  }
}
