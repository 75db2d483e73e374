package org.datamarket.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.datamarket.market.BuyerView;
import org.datamarket.naive.NaiveStrategies;
import org.datamarket.strategy.Alternatives;
import org.datamarket.strategy.RandomViews;
import org.datamarket.strategy.RandomViews.Sight;
import org.datamarket.strategy.Sights;
import org.junit.jupiter.api.Test;

/**
 * The largest gain by any bids whatever, against what a search finds and against the naive one.
 * Gains are differences of values of the size of θ(d), and compared to 1e-9 of that.
 */
class NashGapTest {
  private static final double CLOSE = 1e-9;

  private static double utilityNow(Sight sight) {
    BuyerView view = sight.view();
    return view.utility(sight.valuation(), view.own());
  }

  private static double scale(Sight sight, double utilityNow) {
    return sight.valuation().value(sight.valuation().demand()) + Math.abs(utilityNow);
  }

  @Test
  void of_anySight_isTheNaiveGap() {
    int gains = 0;
    for (long seed = 0; seed < 12_000; seed++) {
      Sight sight = RandomViews.draw(seed);
      double now = utilityNow(sight);
      double best =
          NaiveStrategies.bestUtility(
              sight.naive(), sight.budget(), Sights.auctions(sight), sight.reach(), sight.buyer());
      double gap = NashGap.of(sight.terms(), sight.view(), now);
      assertThat(gap)
          .as("%s", sight)
          .isCloseTo(Math.max(0, best - now), within(CLOSE * scale(sight, now)));
      gains += gap > 0 ? 1 : 0;
    }
    assertThat(gains).isGreaterThan(6_000);
  }

  @Test
  void of_anySight_isNoLessThanTheGainOfAnyBidsFound() {
    for (long seed = 0; seed < 4_000; seed++) {
      Sight sight = RandomViews.draw(seed);
      double now = utilityNow(sight);
      int alternatives = seed < 300 ? 1_000 : 20;
      double found =
          Alternatives.best(sight.terms(), sight.view(), alternatives, new SplittableRandom(seed));
      assertThat(found - now)
          .as("%s", sight)
          .isLessThanOrEqualTo(
              NashGap.of(sight.terms(), sight.view(), now) + CLOSE * scale(sight, now));
    }
  }

  /** The supremum is one: bids just above the price of the last unit come as close as one likes. */
  @Test
  void of_anySight_isReachedByBidsJustAboveTheLastPrice() {
    int near = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      Sight sight = RandomViews.draw(seed).withoutBudget();
      double best = NashGap.of(sight.terms(), sight.view(), 0);
      double found = Alternatives.best(sight.terms(), sight.view(), 0, new SplittableRandom(seed));
      near += found >= best - 0.02 * scale(sight, 0) ? 1 : 0;
    }
    assertThat(near).isGreaterThan(1_800);
  }
}
