package org.datamarket.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Bids;
import org.datamarket.market.BuyerView;
import org.datamarket.market.TieRule;
import org.datamarket.market.Valuation;
import org.datamarket.strategy.BuyerTerms;
import org.datamarket.strategy.Reply;
import org.junit.jupiter.api.Test;

/** The examples of docs/extending.md keep what interfaces ask of them. */
class ExamplesTest {
  private static final Valuation VALUATION = new Saturating(6, 12, 3);

  @Test
  void saturating_inversesOfTheInterface_areTheClosedForms() {
    for (double price = 0.5; price < 13; price += 0.25) {
      double wanted = Math.max(0, Math.min(6, 3 * Math.log(12 / price)));
      assertThat(VALUATION.demandAt(price)).as("at %s", price).isCloseTo(wanted, within(1e-12));
    }
    for (double z = 0.1; z < 6; z += 0.1) {
      assertThat(VALUATION.quantityWorth(VALUATION.value(z))).isCloseTo(z, within(1e-12));
    }
  }

  @Test
  void saturating_refusesWhatIsNotPositive() {
    assertThatThrownBy(() -> new Saturating(1, 0, 1)).hasMessageContaining("first-unit");
  }

  @Test
  void oneShop_bidsAtOneSeller_getsWhatItAsksFor_withinTheBudget() {
    SplittableRandom random = new SplittableRandom(1);
    int bids = 0;
    for (int n = 0; n < 2000; n++) {
      BuyerView view = randomView(random);
      BuyerTerms terms = new BuyerTerms(VALUATION, random.nextDouble(1, 40), 0.1);
      Reply reply = new OneShop(0.05).reply(terms, view);
      assertThat(reply.bids().size()).isLessThanOrEqualTo(1);
      assertThat(view.cost(reply.bids())).isLessThanOrEqualTo(terms.budget() * (1 + 1e-12));
      if (!reply.bids().isEmpty()) {
        bids++;
        assertThat(view.allocation(reply.bids())).isCloseTo(reply.bidTotal(), within(1e-9));
        assertThat(reply.price())
            .isCloseTo(0.95 * VALUATION.marginal(reply.bidTotal()), within(1e-12));
      }
    }
    assertThat(bids).isGreaterThan(1000);
  }

  @Test
  void oneShop_withoutSellers_bidsNothing() {
    BuyerView nobody = new BuyerView(new int[0], new Auction[0], Bids.NONE);
    BuyerTerms terms = new BuyerTerms(VALUATION, Double.POSITIVE_INFINITY, 0.1);
    assertThat(new OneShop(0).reply(terms, nobody).bids()).isEqualTo(Bids.NONE);
  }

  @Test
  void steppedReserve_risesWhenSoldOut_upToItsLimit_andNeverFalls() {
    SteppedReserve strategy = new SteppedReserve(0.5, 2);
    Auction soldOut = Auction.of(5, 1, TieRule.PROPORTIONAL).with(0, new Bid(6, 3));
    assertThat(strategy.nextReserve(soldOut)).isEqualTo(1.5);
    assertThat(strategy.nextReserve(soldOut.withReserve(1.8))).isEqualTo(2);
    assertThat(strategy.nextReserve(soldOut.withReserve(2.5))).isEqualTo(2.5);
    assertThat(strategy.nextReserve(Auction.of(5, 1, TieRule.PROPORTIONAL))).isEqualTo(1);
  }

  private static BuyerView randomView(SplittableRandom random) {
    int[] sellers = {0, 1, 2};
    Auction[] rivals = new Auction[3];
    for (int k = 0; k < 3; k++) {
      rivals[k] =
          Auction.of(random.nextDouble(1, 8), random.nextDouble(0, 2), TieRule.PROPORTIONAL);
      for (int buyer = 1; buyer <= 4; buyer++) {
        rivals[k] =
            rivals[k].with(buyer, new Bid(random.nextDouble(0.1, 4), random.nextDouble(0, 12)));
      }
    }
    return new BuyerView(sellers, rivals, Bids.NONE);
  }
}
