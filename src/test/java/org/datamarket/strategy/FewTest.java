package org.datamarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.TieRule;
import org.datamarket.naive.NaiveFew;
import org.datamarket.naive.NaiveStrategies;
import org.datamarket.strategy.RandomViews.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the strategy few promises: ε-best replies of few sellers, and what it explains. */
class FewTest {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  private static boolean isTied(Reply reply, Sight sight) {
    boolean tied = false;
    for (int j : sight.reach()) {
      for (int k = 0; k < sight.buyer(); k++) {
        tied |= sight.quantities()[j][k] > 0 && sight.prices()[j][k] == reply.price();
      }
    }
    return tied;
  }

  private static double supremum(Sight sight) {
    return NaiveStrategies.bestUtility(
        sight.naive(), sight.budget(), Sights.auctions(sight), sight.reach(), sight.buyer());
  }

  /**
   * Budgets, ISPs and extreme scales included. The supremum is the naive one. An ε above 0 is
   * needed, without which there is no shading, and rounding decides at a price of one's own.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 1})
  void reply_withoutATie_isWithinEpsilonOfTheBest(double slack) {
    int checked = 0;
    int forgoing = 0;
    for (long seed = 0; seed < Cases.of(10_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      Reply reply = new Few(slack, Shading.UTILITY).reply(sight.terms(), sight.view());
      if (sight.epsilon() == 0 || isTied(reply, sight)) {
        continue;
      }
      double utility = sight.view().utility(sight.valuation(), reply.bids());
      double rounding = 1e-8 * sight.valuation().value(sight.valuation().demand());
      assertThat(supremum(sight) - utility)
          .as("%s to %s", reply, sight)
          .isLessThanOrEqualTo(sight.epsilon() + rounding);
      checked++;
      forgoing += reply.forgone() > rounding ? 1 : 0;
    }
    assertThat(checked).isGreaterThan(Cases.of(5_000));
    assertThat(forgoing).isGreaterThan(slack == 0 ? -1 : Cases.of(500));
  }

  /** But for a few where prices differ by rounding. */
  @Test
  void reply_anySight_hasThePoolOfTheNaiveOne() {
    int larger = 0;
    int same = 0;
    int cases = Cases.of(5_000);
    for (long seed = 0; seed < cases; seed++) {
      Sight sight = RandomViews.draw(seed);
      Reply reply = new Few().reply(sight.terms(), sight.view());
      NaiveFew.Reply naive = Sights.naiveReply(new Few(), sight);
      if (reply.outcome() == Reply.Outcome.BID) {
        int[] pool = new int[reply.poolSize()];
        for (int k = 0; k < pool.length; k++) {
          pool[k] = reply.ranking().seller(k);
        }
        double rounding = 1e-9 * sight.valuation().value(sight.valuation().demand());
        boolean sameLoss = Math.abs(reply.forgone() - naive.forgone()) <= rounding;
        same += sameLoss && Arrays.equals(pool, naive.pool()) ? 1 : 0;
        larger += pool.length > 1 ? 1 : 0;
      } else {
        same++;
      }
    }
    assertThat(same).isGreaterThan(cases * 998 / 1000);
    assertThat(larger).isGreaterThan(cases / 10);
  }

  /** With η = 0 and every seller needed, the pool is all, and the reply that of waterfill. */
  @Test
  void reply_noSlackAndAllNeeded_isThatOfWaterfill() {
    int all = 0;
    for (long seed = 0; seed < Cases.of(20_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      Reply reply = new Few(0, Shading.UTILITY).reply(sight.terms(), sight.view());
      Reply waterfill = new Waterfill().reply(sight.terms(), sight.view());
      if (reply.outcome() == Reply.Outcome.BID
          && reply.poolSize() == sight.reach().length
          && reply.forgone() == 0) {
        assertThat(reply.bids()).as("%s", sight).isEqualTo(waterfill.bids());
        all++;
      }
    }
    assertThat(all).isGreaterThan(Cases.of(4_000));
  }

  /** More slack, no more sellers. */
  @Test
  void reply_moreSlack_hasNoMoreSellers() {
    for (long seed = 0; seed < Cases.of(5_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      int before = Integer.MAX_VALUE;
      for (double slack : new double[] {0, 0.1, 0.5, 1}) {
        Reply reply = new Few(slack, Shading.UTILITY).reply(sight.terms(), sight.view());
        assertThat(reply.poolSize()).as("%s", sight).isLessThanOrEqualTo(before);
        before = reply.poolSize();
      }
    }
  }

  private static Auction auction(double quantity, double reserve) {
    return Auction.of(quantity, reserve, TieRule.PROPORTIONAL);
  }

  private static BuyerView view(Auction... auctions) {
    int[] sellers = new int[auctions.length];
    for (int k = 0; k < sellers.length; k++) {
      sellers[k] = k;
    }
    return new BuyerView(sellers, auctions, Bids.NONE);
  }

  /** 2 GB at 0 and 1 GB at 0, 3 wanted at 1 $: opt-out leaves the last one, worth 1 $, lying. */
  @Test
  void reply_cheapRestAtASmallSeller_takesIt() {
    BuyerTerms terms = new BuyerTerms(new Linear(3, 1), UNLIMITED, 0.1);
    Reply reply = new Few().reply(terms, view(auction(2, 0), auction(1, 0)));
    assertThat(reply.poolSize()).isEqualTo(2);
    assertThat(reply.bids().at(0)).isEqualTo(new Bid(2, 1));
    assertThat(reply.bids().at(1)).isEqualTo(new Bid(1, 1));
    assertThat(reply.forgone()).isZero();
  }

  /** The small seller is the cheaper one, and one is enough. */
  @Test
  void reply_cheapSmallSeller_isThePool() {
    BuyerTerms terms = new BuyerTerms(new Linear(1, 2), UNLIMITED, 0.1);
    Reply reply = new Few().reply(terms, view(auction(2, 1), auction(1, 0)));
    assertThat(reply.poolSize()).isEqualTo(1);
    assertThat(reply.ranking().seller(0)).isEqualTo(1);
    assertThat(reply.ranking().seller(1)).isZero();
    assertThat(reply.ranking().size()).isEqualTo(2);
  }

  /** The second seller adds 0.05 $, which half of ε = 0.2 $ covers and a tenth does not. */
  @Test
  void reply_littleToAdd_isForgoneWithinTheSlack() {
    BuyerTerms terms = new BuyerTerms(new Linear(3, 1), UNLIMITED, 0.2);
    BuyerView view = view(auction(3, 0), auction(0.05, 0), auction(1, 0.5));
    BuyerView short_ = view(auction(2.95, 0), auction(0.05, 0), auction(1, 2));
    assertThat(new Few().reply(terms, view).poolSize()).isEqualTo(1);
    assertThat(new Few(0.5, Shading.UTILITY).reply(terms, short_).forgone())
        .isCloseTo(0.05, within(1e-12));
    assertThat(new Few(0.1, Shading.UTILITY).reply(terms, short_).poolSize()).isEqualTo(2);
  }

  @Test
  void reply_allWorthNoMoreThanTheSlack_isNone() {
    BuyerTerms terms = new BuyerTerms(new Parabolic(5, 1), UNLIMITED, 20);
    Reply reply = new Few(1, Shading.UTILITY).reply(terms, view(auction(10, 0)));
    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.WORTH_TOO_LITTLE);
    assertThat(reply.forgone()).isEqualTo(12.5);
    assertThat(reply.desiredTotal()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void few_slackOutOfRange_throws(double slack) {
    assertThatThrownBy(() -> new Few(slack, Shading.UTILITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slack");
  }

  /** What few and cheapest pools rest on is everything: no change may pass unnoticed. */
  @Test
  void grounds_fewAndCheapestPools_neverHoldAfterAChange() {
    OptOut cheapest =
        new OptOut(RankingOrder.RESIDUAL, PoolChoice.CHEAPEST, Shortfall.PARTIAL, Shading.UTILITY);
    for (long seed = 0; seed < Cases.of(1_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      for (BuyerStrategy strategy : new BuyerStrategy[] {new Few(), cheapest}) {
        Reply reply = strategy.reply(sight.terms(), sight.view());
        assertThat(reply.grounds().hold(0, sight.view().rivals(0))).isFalse();
      }
    }
  }
}
