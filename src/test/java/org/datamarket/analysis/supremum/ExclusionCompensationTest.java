package org.datamarket.analysis.supremum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.datamarket.Cases;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.TieRule;
import org.datamarket.naive.NaiveAuction;
import org.datamarket.naive.RandomMarkets;
import org.datamarket.naive.Ties;
import org.junit.jupiter.api.Test;

/** Both formulas of a cost, against the naive ones. */
class ExclusionCompensationTest {
  @Test
  void sumAndIntegral_anyAuction_areTheNaiveOnes() {
    int apart = 0;
    for (long seed = 0; seed < Cases.of(6_000); seed++) {
      RandomMarkets.Auction drawn = RandomMarkets.auction(seed);
      for (TieRule rule : TieRule.values()) {
        NaiveAuction naive = drawn.naive(Ties.valueOf(rule.name()));
        Auction auction = Auction.of(drawn.quantity(), drawn.reserve(), rule);
        for (int k = 1; k < naive.bidders(); k++) {
          auction = auction.with(k, new Bid(naive.bidQuantity(k), naive.bidPrice(k)));
        }
        if (naive.bidders() > 0 && naive.bidQuantity(0) > 0) {
          Bid bid = new Bid(naive.bidQuantity(0), naive.bidPrice(0));
          double close = 1e-12 * (1 + money(naive));
          double sum = ExclusionCompensation.sum(auction, bid);
          double integral = ExclusionCompensation.integral(auction, auction.allocation(bid));
          assertThat(sum).as("%s", drawn).isCloseTo(naive.costByExclusion(0), within(close));
          assertThat(integral).as("%s", drawn).isCloseTo(naive.costByIntegral(0), within(close));
          apart += Math.abs(sum - integral) > close ? 1 : 0;
          assertThat(rule == TieRule.STRICT || Math.abs(sum - integral) <= close).isTrue();
        }
      }
    }
    assertThat(apart).as("strict ties set them apart").isGreaterThan(Cases.of(6_000) / 50);
  }

  /** What all bids together offer to pay: rounding goes by the largest prices. */
  private static double money(NaiveAuction auction) {
    double money = 0;
    for (int k = 0; k < auction.bidders(); k++) {
      money += auction.bidPrice(k) * Math.min(auction.bidQuantity(k), auction.quantity());
    }
    return money + auction.reserve() * auction.quantity();
  }
}
