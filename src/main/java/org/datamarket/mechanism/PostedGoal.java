package org.datamarket.mechanism;

import java.util.Arrays;
import java.util.List;

/** What a posted price is chosen for. */
enum PostedGoal {
  /** The most p · volume(p), at the price itself. */
  REVENUE(List.of(Side.AT)) {
    @Override
    double of(Population people, PostedMarket market) {
      return market.revenue();
    }

    @Override
    double bound(Population people, PostedMarket low, PostedMarket high) {
      double volume = 0;
      for (int i = 0; i < people.buyers(); i++) {
        volume += mostOf(low, high, i);
      }
      return high.price() * Math.min(volume, Arrays.stream(low.plan().sold()).sum());
    }
  },
  /** The most welfare, on whatever side of a price. */
  WELFARE(List.of(Side.AT, Side.BELOW, Side.ABOVE)) {
    @Override
    double of(Population people, PostedMarket market) {
      return market.welfare(people);
    }

    @Override
    double bound(Population people, PostedMarket low, PostedMarket high) {
      double most = 0;
      for (int i = 0; i < people.buyers(); i++) {
        most += people.value(i, mostOf(low, high, i));
      }
      for (int j = 0; j < people.sellers(); j++) {
        most -= people.reserves()[j] * high.plan().sold()[j];
      }
      return most;
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
  abstract double of(Population people, PostedMarket market);

  /**
   * A bound on it for all prices between two that have no marked price between them. Wants fall
   * with the price, and with them fills rise (no buyer is worse served, and no seller sells more,
   * when others want less); so a_i ≤ w_i(low) · fill_i(high), and sold_j ≥ sold_j(high).
   */
  abstract double bound(Population people, PostedMarket low, PostedMarket high);

  private static double mostOf(PostedMarket low, PostedMarket high, int buyer) {
    double want = high.wants()[buyer];
    double fill = want > 0 ? Math.min(1, high.plan().allocation()[buyer] / want) : 1;
    return low.wants()[buyer] * fill;
  }
}
