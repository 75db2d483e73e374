package org.datamarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.TieRule;
import org.datamarket.naive.NaiveAuction;
import org.datamarket.naive.RandomMarkets;
import org.datamarket.naive.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressiveReserveTest {

  private static Auction auction(RandomMarkets.Auction drawn, TieRule ties) {
    Auction auction = Auction.of(drawn.quantity(), drawn.reserve(), ties);
    for (int k = 0; k < drawn.prices().length; k++) {
      auction = auction.with(k, new Bid(drawn.quantities()[k], drawn.prices()[k]));
    }
    return auction;
  }

  /**
   * The price, plus δ, of the highest eligible bid that got at most 1e-9 of the quantity on offer.
   */
  private static double naiveReserve(RandomMarkets.Auction drawn, Ties ties, double delta) {
    NaiveAuction auction = drawn.naive(ties);
    double reserve = drawn.reserve();
    for (int k = 0; k < auction.bidders(); k++) {
      if (auction.eligible(k) && auction.allocation(k) <= 1e-9 * drawn.quantity()) {
        reserve = Math.max(reserve, drawn.prices()[k] + delta);
      }
    }
    return reserve;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 2})
  void nextReserve_anyAuction_isTheNaiveOneAndNeverFalls(double delta) {
    ProgressiveReserve strategy = new ProgressiveReserve(delta);
    int raised = 0;
    for (long seed = 0; seed < Cases.of(24_000); seed++) {
      RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
      for (Ties ties : Ties.values()) {
        double next = strategy.nextReserve(auction(drawn, TieRule.valueOf(ties.name())));
        assertThat(next).as("%s", drawn).isEqualTo(naiveReserve(drawn, ties, delta));
        assertThat(next).isGreaterThanOrEqualTo(drawn.reserve());
        raised += next > drawn.reserve() ? 1 : 0;
      }
    }
    assertThat(raised).isGreaterThan(Cases.of(5_000));
  }

  /** Raised once, it stands: the bids that got nothing are then at the reserve, or below it. */
  @Test
  void nextReserve_afterItself_staysWithoutDelta() {
    ProgressiveReserve strategy = new ProgressiveReserve();
    for (long seed = 0; seed < Cases.of(6_000); seed++) {
      Auction auction = auction(RandomMarkets.auction(seed), TieRule.PROPORTIONAL);
      double next = strategy.nextReserve(auction);
      assertThat(strategy.nextReserve(auction.withReserve(next))).isEqualTo(next);
    }
  }

  @Test
  void nextReserve_fixed_neverMoves() {
    for (long seed = 0; seed < Cases.of(1_000); seed++) {
      Auction auction = auction(RandomMarkets.auction(seed), TieRule.PROPORTIONAL);
      assertThat(new FixedReserve().nextReserve(auction)).isEqualTo(auction.reserve());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void new_deltaOutsideItsRange_throws(double delta) {
    assertThatThrownBy(() -> new ProgressiveReserve(delta))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
