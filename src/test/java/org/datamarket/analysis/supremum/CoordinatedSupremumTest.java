package org.datamarket.analysis.supremum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.datamarket.Cases;
import org.datamarket.analysis.supremum.CoordinatedSupremum.Reading;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Linear;
import org.datamarket.market.TieRule;
import org.datamarket.naive.NaiveCoordination;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.RandomViews;
import org.datamarket.strategy.RandomViews.Sight;
import org.datamarket.strategy.Sights;
import org.datamarket.strategy.supply.CheapestUnits;
import org.junit.jupiter.api.Test;

/** The best coordinated bids, against the naive search, against bids, and against any bids. */
class CoordinatedSupremumTest {
  private static final double CLOSE = 1e-8;

  private static double scale(Sight sight) {
    return sight.valuation().value(sight.valuation().demand());
  }

  private static double of(Sight sight, Reading reading) {
    return CoordinatedSupremum.of(sight.terms(), sight.view(), reading).utility();
  }

  private static double naive(Sight sight, boolean met) {
    return NaiveCoordination.best(
        sight.naive(), sight.budget(), Sights.auctions(sight), sight.reach(), sight.buyer(), met);
  }

  @Test
  void of_fewSellers_isWhatTheNaiveSearchFinds() {
    int cases = 0;
    int below = 0;
    for (long seed = 0; seed < Cases.of(6_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      if (sight.reach().length <= 3 && sight.buyer() <= 6) {
        double met = of(sight, Reading.MET);
        double any = of(sight, Reading.ANY);
        double best = byAnyBids(sight);
        assertThat(met)
            .as("met: %s", sight)
            .isCloseTo(naive(sight, true), within(CLOSE * scale(sight)));
        assertThat(any)
            .as("any: %s", sight)
            .isCloseTo(naive(sight, false), within(CLOSE * scale(sight)));
        assertThat(met).isLessThanOrEqualTo(any + CLOSE * scale(sight));
        assertThat(any).isLessThanOrEqualTo(best + CLOSE * scale(sight));
        below += met < any - CLOSE * scale(sight) && any < best - CLOSE * scale(sight) ? 1 : 0;
        cases++;
      }
    }
    assertThat(cases).isGreaterThan(Cases.of(6_000) / 6);
    assertThat(below).as("all three differ").isGreaterThan(cases / 100);
  }

  private static double byAnyBids(Sight sight) {
    CheapestUnits units = CheapestUnits.worthwhile(sight.valuation(), sight.budget(), sight.view());
    return sight.valuation().value(units.total()) - units.cost();
  }

  /** With no rival's price at their own, equal asks get what the definition says. */
  @Test
  void of_anySight_isNoLessThanAnyEqualAsks() {
    int tried = 0;
    for (long seed = 0; seed < Cases.of(3_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      BuyerView view = sight.view();
      SplittableRandom random = new SplittableRandom(seed);
      double sup = of(sight, Reading.ANY);
      for (int k = 0; k < 30; k++) {
        double price = random.nextDouble(1.5) * sight.valuation().marginal(0.01);
        double ask = random.nextDouble(1.2) * sight.valuation().demand();
        double[] asks = new double[view.size()];
        Arrays.setAll(asks, place -> random.nextBoolean() ? ask : 0);
        boolean untied =
            IntStream.range(0, asks.length)
                .allMatch(place -> view.rivals(place).nearestPrice(price) != price);
        Bids bids = view.bidsOf(asks, Math.min(price, 1e20));
        if (untied && view.cost(bids) <= sight.budget()) {
          assertThat(view.utility(sight.valuation(), bids))
              .as("%s: %s", sight, bids)
              .isLessThanOrEqualTo(sup + CLOSE * scale(sight));
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(Cases.of(3_000) * 10);
  }

  @Test
  void of_moreThanTwelveSellers_triesTheTwelveLargest() {
    int[] sellers = IntStream.range(0, 14).toArray();
    Auction[] auctions =
        IntStream.range(0, 14)
            .mapToObj(j -> Auction.of(j < 2 ? 1 : 2, j < 2 ? 0 : 1, TieRule.PROPORTIONAL))
            .toArray(Auction[]::new);
    BuyerTerms terms = new BuyerTerms(new Linear(1, 3), Double.POSITIVE_INFINITY, 0.1);
    CoordinatedSupremum found =
        CoordinatedSupremum.of(terms, new BuyerView(sellers, auctions, Bids.NONE), Reading.MET);
    assertThat(found.exhaustive()).isFalse();
    assertThat(found.utility()).isEqualTo(2);
    assertThat(found.sellers()).containsExactly(2);
    assertThat(found.ask()).isEqualTo(1);
  }
}
