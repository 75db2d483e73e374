package org.datamarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.Parabolic;
import org.datamarket.market.TieRule;
import org.junit.jupiter.api.Test;

/**
 * What a reply rests on, and what it does not, on markets small enough to see. The buyer's marginal
 * value is 10 − z; with ε = 0.02 it bids 0.2 less than it desires, or little more.
 */
class PoolGroundsTest {
  private static final BuyerTerms TERMS =
      new BuyerTerms(new Parabolic(10, 1), Double.POSITIVE_INFINITY, 0.02);

  /** An auction of 4 GB at a reserve of 1, with so much of it bid for at a price. */
  private static Auction auction(double asked, double price) {
    return Auction.of(4, 1, TieRule.PROPORTIONAL).with(1, new Bid(asked, price));
  }

  /** The same with 1 GB bid for at 9, and so much at a lower price. */
  private static Auction stepped(double asked, double price) {
    return auction(1, 9).with(2, new Bid(asked, price));
  }

  private static Reply reply(Auction... rivals) {
    int[] sellers = new int[rivals.length];
    for (int j = 0; j < sellers.length; j++) {
      sellers[j] = j;
    }
    return new OptOut().reply(TERMS, new BuyerView(sellers, rivals, Bids.NONE));
  }

  /**
   * 3 GB and 2 GB left: two asks of 2 GB, at 6 and a little. The third seller has nothing to give.
   */
  private final Reply betweenSteps = reply(auction(1, 9), auction(2, 9), auction(4, 9.5));

  /** At 6 the second seller comes to have 3 GB left too: before that, one ask of 3 GB is all. */
  private final Reply onStep = reply(auction(1, 9), stepped(2, 6));

  @Test
  void reply_ofTheseMarkets_restsOnItsPool() {
    assertThat(betweenSteps.desiredTotal()).isEqualTo(4);
    assertThat(betweenSteps.poolSize()).isEqualTo(2);
    assertThat(betweenSteps.grounds()).isNotEqualTo(Grounds.EVERYTHING);
    assertThat(onStep.desiredTotal()).isEqualTo(4);
    assertThat(onStep.poolSize()).isEqualTo(2);
    assertThat(onStep.grounds()).isNotEqualTo(Grounds.EVERYTHING);
  }

  @Test
  void hold_asItWas_holds() {
    assertThat(betweenSteps.grounds().hold(0, auction(1, 9))).isTrue();
    assertThat(betweenSteps.grounds().hold(1, auction(2, 9))).isTrue();
    assertThat(betweenSteps.grounds().hold(2, auction(4, 9.5))).isTrue();
    assertThat(onStep.grounds().hold(0, auction(1, 9))).isTrue();
    assertThat(onStep.grounds().hold(1, stepped(2, 6))).isTrue();
  }

  @Test
  void hold_anotherPriceFarOff_holds() {
    assertThat(betweenSteps.grounds().hold(1, auction(2, 7))).isTrue();
    assertThat(betweenSteps.grounds().hold(1, auction(2, 9).with(2, new Bid(1, 3)))).isTrue();
    assertThat(onStep.grounds().hold(0, auction(1, 9).with(2, new Bid(1, 3)))).isTrue();
  }

  @Test
  void hold_poolGivesLess_fails() {
    assertThat(betweenSteps.grounds().hold(1, auction(2.5, 9))).isFalse();
    assertThat(onStep.grounds().hold(0, auction(2.5, 9))).isFalse();
    assertThat(onStep.grounds().hold(1, stepped(2, 6.5))).isFalse();
  }

  @Test
  void hold_sellerGivesMore_fails() {
    assertThat(betweenSteps.grounds().hold(1, auction(1, 9))).isFalse();
    assertThat(betweenSteps.grounds().hold(2, auction(1, 9.5))).isFalse();
    assertThat(onStep.grounds().hold(1, stepped(2, 5))).isFalse();
    assertThat(onStep.grounds().hold(1, stepped(1, 6))).isFalse();
  }

  @Test
  void hold_reserveFalls_fails() {
    assertThat(betweenSteps.grounds().hold(1, auction(2, 9).withReserve(0.5))).isFalse();
    assertThat(betweenSteps.grounds().hold(1, auction(2, 9).withReserve(1.5))).isTrue();
  }

  @Test
  void hold_priceAlmostThatOfTheBids_fails() {
    double almost = betweenSteps.price() * (1 + 1e-12);
    assertThat(betweenSteps.grounds().hold(1, auction(2, 9).with(2, new Bid(1, almost)))).isFalse();
    double crossing = 6 * (1 - 1e-12);
    assertThat(betweenSteps.grounds().hold(1, auction(2, 9).with(2, new Bid(1, crossing))))
        .isFalse();
  }
}
