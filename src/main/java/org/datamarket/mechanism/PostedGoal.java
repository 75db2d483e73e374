package org.datamarket.mechanism;

import java.util.List;
import org.datamarket.mechanism.PostedTrades.Trade;

/** What a posted price is chosen for. */
enum PostedGoal {
  /** The most p · volume(p), at the price itself. */
  REVENUE(List.of(Side.AT)) {
    @Override
    double of(Population people, Trade trade) {
      return trade.price() * trade.volume();
    }

    /** Nobody has more than its cap, and sellers together not more than they offer. */
    @Override
    double bound(PostedTrades trades, Start low, Trade high) {
      double caps = 0;
      for (int i = 0; i < low.wants().length; i++) {
        caps += low.wants()[i] * high.fill(i);
      }
      double offered = trades.supply(high.price(), Side.BELOW);
      boolean sameOffers = offered == trades.supply(low.price(), Side.AT);
      double volume = Math.min(caps, sameOffers ? low.volume() : offered);
      return high.price() * volume;
    }
  },
  /** The most welfare, on whatever side of a price. */
  WELFARE(List.of(Side.AT, Side.BELOW, Side.ABOVE)) {
    @Override
    double of(Population people, Trade trade) {
      double welfare = -trade.cost();
      for (int i = 0; i < people.buyers(); i++) {
        welfare += people.value(i, trade.allocation()[i]);
      }
      return welfare;
    }

    @Override
    double bound(PostedTrades trades, Start low, Trade high) {
      return Math.min(atCaps(trades, low, high), atCompetitivePrices(trades, low, high));
    }
  };

  private final List<Side> sides;

  PostedGoal(List<Side> sides) {
    this.sides = sides;
  }

  /** The sides that count, the first being preferred. */
  List<Side> sides() {
    return sides;
  }

  /** What is to be the most, $. */
  abstract double of(Population people, Trade trade);

  /**
   * A bound on it, $, for all prices strictly between two. Wants fall with the price and offers
   * grow; with both fills rise (no buyer is worse served, and no seller sells more, when others
   * want less or offer more). So a_i is at most the cap w_i(low) · fill_i(high).
   */
  abstract double bound(PostedTrades trades, Start low, Trade high);

  /**
   * The lower end of prices.
   *
   * @param wants w_i just above it, GB
   * @param volume the volume at it, GB, or more
   */
  record Start(double price, double[] wants, double volume) {}

  /**
   * All have their caps: each unit of them is worth at least the lower price. It costs at least
   * what those who offer at all these prices sell at the higher one; and by weak duality, at any
   * price μ up to the lower one, μ Σ cap less what sellers earn at μ above their reserves.
   */
  private static double atCaps(PostedTrades trades, Start low, Trade high) {
    Population people = trades.setting().population();
    double worth = 0;
    double total = 0;
    for (int i = 0; i < people.buyers(); i++) {
      double cap = low.wants()[i] * high.fill(i);
      worth += people.value(i, cap);
      total += cap;
    }
    double price = Math.min(low.price(), trades.marginalReserve(total));
    double dual = price * total - trades.rents(price);
    return worth - Math.max(dual, leastCost(trades, low.price(), high));
  }

  private static double leastCost(PostedTrades trades, double lowest, Trade high) {
    Population people = trades.setting().population();
    double offered = trades.supply(high.price(), Side.BELOW);
    if (offered == trades.supply(lowest, Side.AT)) {
      return high.side() == Side.BELOW || !trades.isReserve(high.price()) ? high.cost() : 0;
    }
    double cost = 0;
    for (int j = 0; j < high.sold().length; j++) {
      cost += people.reserves()[j] <= lowest ? people.reserves()[j] * high.sold()[j] : 0;
    }
    return cost;
  }

  /** Weak duality at competitive prices, with caps: {@link PostedTrades#surplus}. */
  private static double atCompetitivePrices(PostedTrades trades, Start low, Trade high) {
    Population people = trades.setting().population();
    double bound = trades.competitiveRents(high.price());
    for (int i = 0; i < people.buyers(); i++) {
      bound += trades.surplus(i, low.wants()[i] * high.fill(i));
    }
    return bound;
  }
}
