package org.datamarket.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.Market;
import org.datamarket.market.Reach;
import org.datamarket.market.TieRule;
import org.junit.jupiter.api.Test;

/** A market that comes back to where it was. */
class CycleDetectorTest {
  private final Market market =
      new Market(
          new Auction[] {
            Auction.of(10, 0.5, TieRule.PROPORTIONAL), Auction.of(20, 0.5, TieRule.PROPORTIONAL)
          },
          Reach.full(2, 2));
  private final CycleDetector detector = new CycleDetector();
  private int round;

  private int periodAfter(double quantity, double price) {
    market.submit(0, 1, new Bid(quantity, price));
    return detector.periodAt(++round, market);
  }

  @Test
  void newProfiles_noCycle() {
    assertThat(periodAfter(1, 1)).isZero();
    assertThat(periodAfter(1, 2)).isZero();
    assertThat(periodAfter(2, 1)).isZero();
  }

  @Test
  void sameProfile_periodIsTheRoundsBetween() {
    periodAfter(1, 1);
    periodAfter(1, 2);
    periodAfter(1, 3);
    assertThat(periodAfter(1, 2)).isEqualTo(2);
  }

  @Test
  void unchangedProfile_periodOne() {
    periodAfter(1, 1);
    assertThat(periodAfter(1, 1)).isEqualTo(1);
  }

  @Test
  void seenTwice_periodCountsFromTheLater() {
    periodAfter(1, 1);
    periodAfter(1, 2);
    periodAfter(1, 1);
    periodAfter(1, 3);
    assertThat(periodAfter(1, 1)).isEqualTo(2);
  }

  @Test
  void sameToABillionth_isACycle() {
    periodAfter(3, 4);
    periodAfter(1, 1);
    assertThat(periodAfter(3 * (1 + 5e-10), 4 * (1 - 5e-10))).isEqualTo(2);
  }

  @Test
  void differentByMore_isNone() {
    periodAfter(3, 4);
    assertThat(periodAfter(3 * (1 + 2e-9), 4)).isZero();
    assertThat(periodAfter(3, 4 * (1 - 2e-9))).isZero();
  }

  @Test
  void sameNumbersOfAnotherBuyerOrSeller_isNone() {
    periodAfter(3, 4);
    market.submit(0, 1, Bid.NONE);
    market.submit(0, 0, new Bid(3, 4));
    assertThat(detector.periodAt(++round, market)).isZero();
    market.submit(0, 0, Bid.NONE);
    market.submit(1, 1, new Bid(3, 4));
    assertThat(detector.periodAt(++round, market)).isZero();
  }

  @Test
  void sameBidsAtAnotherReserve_isNone() {
    periodAfter(3, 4);
    market.setReserve(0, 0.6);
    assertThat(detector.periodAt(++round, market)).isZero();
    market.setReserve(0, 0.5);
    assertThat(detector.periodAt(++round, market)).isEqualTo(2);
  }

  @Test
  void noBidsAtAll_isAProfileToo() {
    assertThat(detector.periodAt(1, market)).isZero();
    assertThat(detector.periodAt(2, market)).isEqualTo(1);
  }
}
