package org.datamarket.mechanism;

import java.util.List;
import java.util.Optional;
import org.datamarket.analysis.optimum.Delivery;
import org.datamarket.market.Bid;

/**
 * What comes out of a mechanism (docs/mechanisms.md §1). The arrays are not to be written to.
 *
 * @param allocation a_i by buyer, GB
 * @param sold by seller, GB
 * @param payments who pays and receives what; none where nobody does (the planner)
 * @param prices λ_j and its bounds; none where sellers have no price
 * @param unmetDemand what buyers would still take at the prices they face, GB
 * @param messages offers sent
 * @param deliveries one of the flows with these totals: cells are not unique
 * @param detail what only this mechanism has
 */
public record Outcome(
    double[] allocation,
    double[] sold,
    Optional<Payments> payments,
    Optional<Prices> prices,
    double unmetDemand,
    int messages,
    List<Delivery> deliveries,
    Detail detail) {

  /**
   * Who pays and receives what.
   *
   * @param cost c_i by buyer, $
   * @param sellerRevenue by seller, $; none where it depends on who has what from whom
   * @param ispMargin Σ c_i less what sellers receive, $: kept by the ISP
   */
  public record Payments(double[] cost, Optional<double[]> sellerRevenue, double ispMargin) {}

  /**
   * Prices by seller, $/GB; NaN for a seller that has none.
   *
   * @param price λ_j
   * @param bounds the lowest and the highest competitive prices; none for a posted price
   */
  public record Prices(double[] price, Optional<Bounds> bounds) {}

  /**
   * The ends of the lattice of competitive prices, by seller, $/GB.
   *
   * @param low the lowest λ_j
   * @param high the highest
   */
  public record Bounds(double[] low, double[] high) {}

  /** What only one mechanism, or a few, have. */
  public sealed interface Detail {}

  /** Nothing else. */
  public record NoDetail() implements Detail {}

  /**
   * Of the multi-bid auction.
   *
   * @param offers each buyer's bids, by rising quantity
   * @param pseudoGap Σ V_i(q̂_i) − θ̄_i(q̂_i), $: what the steps do not say, and so the most
   *     welfare they can lose
   */
  public record MultiBids(List<List<Bid>> offers, double pseudoGap) implements Detail {
    /** Copies the lists. */
    public MultiBids {
      offers = offers.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Of a posted price.
   *
   * @param price p, $/GB; NaN if there is none to choose from
   * @param side on which side of p the market stands
   * @param unique whether no price more than 1 % off is as good, to 1e-6
   */
  public record Posted(double price, Side side, boolean unique) implements Detail {}

  /**
   * Of the ISP as middleman.
   *
   * @param offers one by buyer, {@link Bid#NONE} for none
   * @param feeRevenue f · sold, $
   * @param spread the rest of the margin, $
   */
  public record Matching(List<Bid> offers, double feeRevenue, double spread) implements Detail {
    /** Copies the list. */
    public Matching {
      offers = List.copyOf(offers);
    }
  }
}
