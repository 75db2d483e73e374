package org.datamarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.TieRule;
import org.datamarket.strategy.RandomViews.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every reply. Prices set to a visible one differ by up to 1e-9 of themselves, so
 * utilities are compared to 1e-8 of what the demand is worth at the most, or costs at the bids'
 * price.
 */
class RepliesTest {
  private static final double CLOSE = 1e-8;

  static List<BuyerStrategy> strategies() {
    return List.of(
        new OptOut(),
        new OptOut(RankingOrder.OFFER, Shortfall.PARTIAL, Shading.UTILITY),
        new OptOut(RankingOrder.RESIDUAL, Shortfall.ABSTAIN, Shading.LAZAR_SEMRET),
        new OptOut(RankingOrder.RESIDUAL, PoolChoice.CHEAPEST, Shortfall.PARTIAL, Shading.UTILITY),
        new Cumulative(),
        new Few(),
        new Waterfill());
  }

  private static double scale(Sight sight, Reply reply) {
    double price = Double.isNaN(reply.price()) ? 0 : reply.price();
    return sight.valuation().value(sight.valuation().demand()) + price * reply.bidTotal();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void reply_withinABudget_isAffordableWhenMade(BuyerStrategy strategy) {
    int bound = 0;
    for (long seed = 0; seed < Cases.of(8_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      Reply reply = strategy.reply(sight.terms(), sight.view());
      double cost = sight.view().cost(reply.bids());
      assertThat(cost).as("%s", sight).isLessThanOrEqualTo(sight.budget() * (1 + 1e-9));
      bound += cost > sight.budget() * 0.9 ? 1 : 0;
    }
    assertThat(bound).as("replies that spend the budget").isGreaterThan(Cases.of(100));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void reply_proportionalTies_isNeverALoss(BuyerStrategy strategy) {
    for (long seed = 0; seed < Cases.of(8_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      Reply reply = strategy.reply(sight.terms(), sight.view());
      double utility = sight.view().utility(sight.valuation(), reply.bids());
      assertThat(utility)
          .as("%s", sight)
          .isGreaterThanOrEqualTo(sight.valuation().value(0) - CLOSE * scale(sight, reply));
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void reply_anySight_bidsOnePriceForItsTotal(BuyerStrategy strategy) {
    for (long seed = 0; seed < Cases.of(4_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      Reply reply = strategy.reply(sight.terms(), sight.view());
      double asked = 0;
      for (int k = 0; k < reply.bids().size(); k++) {
        assertThat(reply.bids().bid(k).price()).isEqualTo(reply.price());
        asked += reply.bids().bid(k).quantity();
      }
      double slack = 1e-8 * sight.valuation().demand();
      assertThat(Math.abs(asked - reply.bidTotal())).as("%s", sight).isLessThanOrEqualTo(slack);
      assertThat(reply.bidTotal()).isLessThanOrEqualTo(reply.desiredTotal());
      assertThat(reply.desiredTotal()).isLessThanOrEqualTo(sight.valuation().demand());
    }
  }

  /** Residuals never count the buyer's own bids. */
  @ParameterizedTest
  @MethodSource("strategies")
  void reply_otherOwnBids_isTheSame(BuyerStrategy strategy) {
    for (long seed = 0; seed < Cases.of(1_000); seed++) {
      Sight sight = RandomViews.draw(seed);
      BuyerView view = sight.view();
      int[] sellers = sight.reach();
      Auction[] rivals = new Auction[sellers.length];
      for (int k = 0; k < rivals.length; k++) {
        rivals[k] = view.rivals(k);
      }
      BuyerView blank = new BuyerView(sellers, rivals, Bids.NONE);
      assertThat(strategy.reply(sight.terms(), view).bids())
          .isEqualTo(strategy.reply(sight.terms(), blank).bids());
    }
  }

  /** With one seller in reach the opt-out strategy is the truthful reply of Lazar and Semret. */
  @Test
  void optOut_oneSeller_repliesAsTruthfulSingle() {
    for (Shading shading : Shading.values()) {
      for (long seed = 0; seed < Cases.of(10_000); seed++) {
        Sight sight = RandomViews.draw(seed).ofOneSeller();
        Reply optOut =
            new OptOut(RankingOrder.RESIDUAL, Shortfall.PARTIAL, shading)
                .reply(sight.terms(), sight.view());
        Reply single = new TruthfulSingle(shading).reply(sight.terms(), sight.view());
        assertSameBid(optOut, single, sight);
      }
    }
  }

  private static void assertSameBid(Reply one, Reply other, Sight sight) {
    int seller = sight.reach()[0];
    double apart = Math.abs(one.bids().at(seller).quantity() - other.bids().at(seller).quantity());
    double prices = Math.abs(one.bids().at(seller).price() - other.bids().at(seller).price());
    assertThat(one.bids().size()).as("%s", sight).isEqualTo(other.bids().size());
    assertThat(apart).as("%s", sight).isLessThanOrEqualTo(1e-9 * sight.valuation().demand());
    assertThat(prices).as("%s", sight).isLessThanOrEqualTo(1e-9 * one.bids().at(seller).price());
  }

  @Test
  void truthfulSingle_twoSellers_throws() {
    Auction auction = Auction.of(1, 0, TieRule.PROPORTIONAL);
    BuyerView view = new BuyerView(new int[] {0, 1}, new Auction[] {auction, auction}, Bids.NONE);
    BuyerTerms terms = new BuyerTerms(new Linear(1, 1), Double.POSITIVE_INFINITY, 0);
    assertThatThrownBy(() -> new TruthfulSingle().reply(terms, view))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * No bids whatever, as far as a search finds any, gain more than ε over the waterfill reply. That
   * needs an ε above 0, without which there is no shading, and a price of its own: the whole demand
   * is not shaded, and may tie with a rival.
   */
  @Test
  void waterfill_thousandAlternatives_losesNoMoreThanEpsilon() {
    for (long seed = 0; seed < Cases.of(400); seed++) {
      assertLosesLittle(new Waterfill(), RandomViews.draw(seed), 1_000, seed);
    }
    for (long seed = Cases.of(400); seed < Cases.of(6_000); seed++) {
      assertLosesLittle(new Waterfill(), RandomViews.draw(seed), 20, seed);
    }
  }

  @Test
  void truthfulSingle_thousandAlternatives_losesNoMoreThanEpsilon() {
    for (long seed = 0; seed < Cases.of(400); seed++) {
      assertLosesLittle(new TruthfulSingle(), RandomViews.draw(seed).ofOneSeller(), 1_000, seed);
    }
    for (long seed = Cases.of(400); seed < Cases.of(6_000); seed++) {
      assertLosesLittle(new TruthfulSingle(), RandomViews.draw(seed).ofOneSeller(), 20, seed);
    }
  }

  private static void assertLosesLittle(
      BuyerStrategy strategy, Sight sight, int alternatives, long seed) {
    Reply reply = strategy.reply(sight.terms(), sight.view());
    if (sight.epsilon() == 0 || tiesForTheWholeDemand(reply, sight)) {
      return;
    }
    double utility = sight.view().utility(sight.valuation(), reply.bids());
    double best =
        Alternatives.best(sight.terms(), sight.view(), alternatives, new SplittableRandom(seed));
    assertThat(best)
        .as("gain over %s to %s", reply, sight)
        .isLessThanOrEqualTo(utility + sight.epsilon() + CLOSE * scale(sight, reply));
  }

  private static boolean tiesForTheWholeDemand(Reply reply, Sight sight) {
    boolean tied = false;
    for (int j : sight.reach()) {
      for (int k = 0; k < sight.buyer(); k++) {
        tied |= sight.quantities()[j][k] > 0 && sight.prices()[j][k] == reply.price();
      }
    }
    return tied && reply.bidTotal() == sight.valuation().demand();
  }

  /** A buyer with nothing in reach, or nothing it would pay for, does not bid. */
  @ParameterizedTest
  @MethodSource("strategies")
  void reply_nothingToHave_isNoBid(BuyerStrategy strategy) {
    BuyerTerms terms = new BuyerTerms(new Parabolic(5, 1), Double.POSITIVE_INFINITY, 0.1);
    Auction dear = Auction.of(10, 6, TieRule.PROPORTIONAL);
    Auction empty = Auction.of(0, 0, TieRule.PROPORTIONAL);
    for (Auction auction : List.of(dear, empty)) {
      BuyerView view = new BuyerView(new int[] {3}, new Auction[] {auction}, Bids.NONE);
      assertThat(strategy.reply(terms, view).outcome()).isNotEqualTo(Reply.Outcome.BID);
      assertThat(strategy.reply(terms, view).bids()).isEqualTo(Bids.NONE);
    }
    BuyerView blind = new BuyerView(new int[0], new Auction[0], Bids.NONE);
    assertThat(strategy.reply(terms, blind).bids()).isEqualTo(Bids.NONE);
  }
}
