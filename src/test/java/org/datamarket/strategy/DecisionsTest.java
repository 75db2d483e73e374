package org.datamarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.datamarket.market.AlphaFair;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.supply.VisiblePrices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a buyer bids or does not, on markets small enough to reckon by hand. */
class DecisionsTest {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  /** θ′(z) = 5 − z: worth 12.5 in all. */
  private static final Valuation UP_TO_FIVE = new Parabolic(5, 1);

  static List<BuyerStrategy> strategies() {
    return List.of(
        new OptOut(),
        new OptOut(RankingOrder.OFFER, Shortfall.PARTIAL, Shading.UTILITY),
        new OptOut(RankingOrder.RESIDUAL, PoolChoice.CHEAPEST, Shortfall.PARTIAL, Shading.UTILITY),
        new Cumulative(),
        new Few(),
        new Waterfill(),
        new TruthfulSingle());
  }

  private static BuyerView view(Auction... auctions) {
    return view(Bids.NONE, auctions);
  }

  private static BuyerView view(Bids own, Auction... auctions) {
    int[] sellers = new int[auctions.length];
    Arrays.setAll(sellers, k -> k);
    return new BuyerView(sellers, auctions, own);
  }

  private static Auction auction(double quantity, double reserve) {
    return Auction.of(quantity, reserve, TieRule.PROPORTIONAL);
  }

  private static Bids bids(double quantity, double price) {
    return Bids.of(new int[] {0}, new Bid[] {new Bid(quantity, price)});
  }

  private static RebidRule.Decision decide(double epsilon, Bids own, Bids wanted) {
    BuyerTerms terms = new BuyerTerms(new Linear(10, 4), UNLIMITED, epsilon);
    Reply reply =
        Reply.bid(
            wanted, Ranking.empty(), 1, wanted.bid(0).quantity(), wanted.bid(0).quantity(), 4);
    return RebidRule.decide(terms, view(own, auction(10, 1)), reply);
  }

  /** 5 GB worth 4 $ each at a reserve of 1 $ gain 15 $. */
  @Test
  void rebid_gainOfTheFee_isNotWorthIt() {
    RebidRule.Decision decision = decide(15, Bids.NONE, bids(5, 4));
    assertThat(decision.gain()).isEqualTo(15);
    assertThat(decision.accepted()).isFalse();
    assertThat(decide(14.999, Bids.NONE, bids(5, 4)).accepted()).isTrue();
  }

  @Test
  void rebid_liveBids_countAgainstTheReply() {
    RebidRule.Decision decision = decide(14, bids(4, 4), bids(9, 4));
    assertThat(decision.utilityNow()).isEqualTo(12);
    assertThat(decision.utilityOfReply()).isEqualTo(27);
    assertThat(decision.gain()).isEqualTo(15);
    assertThat(decision.accepted()).isTrue();
    assertThat(decide(0, bids(9, 4), bids(4, 4)).accepted()).isFalse();
  }

  /** At a reserve of 1 $, 5 GB cost 5 $ and 9 GB cost 9 $. */
  private static RebidRule.Decision decideWith(double budget, Bids own, Reply reply) {
    BuyerTerms terms = new BuyerTerms(new Linear(10, 4), budget, 14);
    return RebidRule.decide(terms, view(own, auction(10, 1)), reply);
  }

  private static Reply wanting(Bids bids) {
    return Reply.bid(bids, Ranking.empty(), 1, bids.bid(0).quantity(), bids.bid(0).quantity(), 4);
  }

  /**
   * 9 GB gain 27 $, but 5 $ do not pay for them; 5 GB gain 15 $, and are bid though that is less.
   */
  @Test
  void rebid_bidsAboveTheBudget_giveWayWhateverTheGain() {
    RebidRule.Decision decision = decideWith(5, bids(9, 4), wanting(bids(5, 4)));
    assertThat(decision.accepted()).isTrue();
    assertThat(decision.isOverBudget()).isTrue();
    assertThat(decision.utilityNow()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(decision.utilityOfReply()).isEqualTo(15);
    assertThat(decision.reply().bids()).isEqualTo(bids(5, 4));
    assertThat(decideWith(9, bids(9, 4), wanting(bids(5, 4))).accepted()).isFalse();
  }

  @Test
  void rebid_bidsAboveTheBudget_giveWayToNoBid() {
    Reply none = Reply.none(Reply.Outcome.OUT_OF_BUDGET, Ranking.empty(), 0);
    RebidRule.Decision decision = decideWith(5, bids(9, 4), none);
    assertThat(decision.accepted()).isTrue();
    assertThat(decision.reply()).isEqualTo(none);
    assertThat(decideWith(9, bids(9, 4), none).accepted()).isFalse();
  }

  /** A cost within 1e-12 of the budget is within it. */
  @Test
  void rebid_bidsAboveTheBudget_byRoundingOnly_stay() {
    double budget = 9 / (1 + 0.9e-12);
    assertThat(decideWith(budget, bids(9, 4), wanting(bids(5, 4))).isOverBudget()).isFalse();
    budget = 9 / (1 + 1.1e-12);
    assertThat(decideWith(budget, bids(9, 4), wanting(bids(5, 4))).isOverBudget()).isTrue();
  }

  @Test
  void rebid_replyAboveTheBudget_isNeverTaken() {
    RebidRule.Decision stays = decideWith(8, bids(1, 4), wanting(bids(9, 4)));
    assertThat(stays.accepted()).isFalse();
    assertThat(stays.isReplyPayable()).isFalse();
    assertThat(stays.reply().bids()).isEqualTo(bids(9, 4));

    RebidRule.Decision withdraws = decideWith(8, bids(10, 4), wanting(bids(9, 4)));
    assertThat(withdraws.accepted()).isTrue();
    assertThat(withdraws.reply().outcome()).isEqualTo(Reply.Outcome.OVER_BUDGET);
    assertThat(withdraws.reply().bids()).isEqualTo(Bids.NONE);
    assertThat(withdraws.utilityOfReply()).isZero();
    assertThat(decideWith(8, Bids.NONE, wanting(bids(9, 4))).accepted()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void reply_noBudget_saysSo(BuyerStrategy strategy) {
    Reply reply = strategy.reply(new BuyerTerms(UP_TO_FIVE, 0, 0.1), view(auction(10, 1)));
    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.OUT_OF_BUDGET);
    assertThat(reply.desiredTotal()).isZero();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void reply_emptySeller_saysThatNothingIsLeft(BuyerStrategy strategy) {
    Reply reply = strategy.reply(new BuyerTerms(UP_TO_FIVE, UNLIMITED, 0.1), view(auction(0, 0)));
    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.NOTHING_LEFT);
    Reply blind = strategy.reply(new BuyerTerms(UP_TO_FIVE, UNLIMITED, 0.1), view());
    assertThat(blind.outcome()).isEqualTo(Reply.Outcome.NOTHING_LEFT);
  }

  /** Two of the five GB are worth 8 $, and no smaller total is worth 100 $ less than that. */
  @ParameterizedTest
  @MethodSource("strategies")
  void reply_feeAboveAllWorth_saysThatItIsWorthTooLittle(BuyerStrategy strategy) {
    Reply reply = strategy.reply(new BuyerTerms(UP_TO_FIVE, UNLIMITED, 100), view(auction(2, 0)));
    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.WORTH_TOO_LITTLE);
    assertThat(reply.desiredTotal()).isEqualTo(2);
  }

  /** At a reserve of 1 $, 3 $ pay for 3 GB: the whole of it is asked for, for there is no fee. */
  @ParameterizedTest
  @MethodSource("strategies")
  void reply_budgetForThree_asksForThree(BuyerStrategy strategy) {
    Reply reply = strategy.reply(new BuyerTerms(UP_TO_FIVE, 3, 0), view(auction(10, 1)));
    assertThat(reply.outcome()).isEqualTo(Reply.Outcome.BID);
    assertThat(reply.bidTotal()).isCloseTo(3, within(1e-9));
    assertThat(reply.price()).isCloseTo(2, within(1e-9));
  }

  /** A budget that pays for all there is changes nothing. */
  @ParameterizedTest
  @MethodSource("strategies")
  void reply_ampleBudget_bidsAsWithoutOne(BuyerStrategy strategy) {
    Auction busy = auction(4, 0.5).with(9, new Bid(2, 1));
    for (double epsilon : new double[] {0, 0.1}) {
      Reply ample = strategy.reply(new BuyerTerms(UP_TO_FIVE, 1_000, epsilon), view(busy));
      Reply unlimited = strategy.reply(new BuyerTerms(UP_TO_FIVE, UNLIMITED, epsilon), view(busy));
      assertThat(ample.bidTotal()).isCloseTo(unlimited.bidTotal(), within(1e-9));
      assertThat(unlimited.bidTotal()).isPositive();
    }
  }

  @Test
  void optOut_abstaining_bidsOnlyForTheWholeDemand() {
    OptOut strategy = new OptOut(RankingOrder.RESIDUAL, Shortfall.ABSTAIN, Shading.UTILITY);
    BuyerTerms terms = new BuyerTerms(new Linear(5, 4), UNLIMITED, 0.1);
    Reply refused = strategy.reply(terms, view(auction(2, 0), auction(2, 0)));
    assertThat(refused.outcome()).isEqualTo(Reply.Outcome.DEMAND_INFEASIBLE);
    Reply met = strategy.reply(terms, view(auction(2.5, 0), auction(2.5, 0)));
    assertThat(met.outcome()).isEqualTo(Reply.Outcome.BID);
    assertThat(met.bidTotal()).isEqualTo(5);
    assertThat(met.poolSize()).isEqualTo(2);
  }

  /** θ′(2) = 3. */
  @Test
  void priceFor_visiblePriceWithinRounding_isThatPrice() {
    double almost = 3 * (1 + 4e-10);
    double closer = 3 * (1 - 2e-10);
    double apart = 3 * (1 + 4e-9);
    Auction one = auction(10, 0).with(1, new Bid(1, almost));
    Auction other = auction(10, 0).with(1, new Bid(1, closer));
    Auction far = auction(10, apart);
    assertThat(VisiblePrices.priceFor(UP_TO_FIVE, 2, view(one))).isEqualTo(almost);
    assertThat(VisiblePrices.priceFor(UP_TO_FIVE, 2, view(one, other))).isEqualTo(closer);
    assertThat(VisiblePrices.priceFor(UP_TO_FIVE, 2, view(other, one))).isEqualTo(closer);
    assertThat(VisiblePrices.priceFor(UP_TO_FIVE, 2, view(far))).isEqualTo(3);
  }

  @Test
  void priceFor_infiniteMarginalValue_isInfinite() {
    Valuation thirsty = new AlphaFair(5, 10, 0.5, 0);
    assertThat(VisiblePrices.priceFor(thirsty, 0, view(auction(1, 0)))).isInfinite();
  }

  @Test
  void outcomes_haveWordsOfTheirOwn() {
    List<String> words = Arrays.stream(Reply.Outcome.values()).map(Reply.Outcome::words).toList();
    assertThat(words).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  @Test
  void everything_holdsAfterNoChange_andStaysItself() throws Exception {
    assertThat(Grounds.EVERYTHING.hold(0, auction(1, 0))).isFalse();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Grounds.EVERYTHING);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isSameAs(Grounds.EVERYTHING);
    }
  }

  @Test
  void ranking_seller_isTheOneAtThatPlace() {
    Ranking ranking = Ranking.at(view(auction(1, 0), auction(3, 0)), 2, RankingOrder.RESIDUAL);
    assertThat(ranking.seller(0)).isEqualTo(1);
    assertThat(ranking.seller(1)).isZero();
    assertThat(Ranking.empty().size()).isZero();
  }

  @Test
  void terms_outsideTheirRanges_throw() {
    assertThatThrownBy(() -> new BuyerTerms(UP_TO_FIVE, -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BuyerTerms(UP_TO_FIVE, 1, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Parabolic(5, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
