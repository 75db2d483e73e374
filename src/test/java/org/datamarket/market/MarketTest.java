package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** All auctions together: what a submission changes, who learns of it, and what each buyer sees. */
class MarketTest {
  private static final Bid BID = new Bid(1, 2);
  private static final Bid OTHER = new Bid(3, 4);

  /** Buyer 0 sees sellers 0 and 1, buyer 1 sees 1 and 2, buyer 2 sees none. */
  private final Reach reach = Reach.of(new int[][] {{0, 1}, {1, 2}, {}}, 3);

  private final Market market = new Market(auctions(3), reach);

  private static Auction[] auctions(int count) {
    Auction[] auctions = new Auction[count];
    for (int j = 0; j < count; j++) {
      auctions[j] = Auction.of(10 + j, 1, TieRule.PROPORTIONAL);
    }
    return auctions;
  }

  private static Bids bids(int seller, Bid bid) {
    return Bids.of(new int[] {seller}, new Bid[] {bid});
  }

  @Test
  void market_withoutBids_isAsGiven() {
    assertThat(market.reach()).isSameAs(reach);
    assertThat(market.buyers()).isEqualTo(3);
    assertThat(market.sellers()).isEqualTo(3);
    assertThat(market.auction(2).quantity()).isEqualTo(12);
    assertThat(market.bids(1)).isEqualTo(Bids.NONE);
    assertThat(market.changes()).isZero();
  }

  @Test
  void market_auctionsAndReachOfDifferentSize_throws() {
    assertThatThrownBy(() -> new Market(auctions(2), reach))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void submit_bids_standInTheirAuctionsOnly() {
    market.submit(0, Bids.of(new int[] {0, 1}, new Bid[] {BID, OTHER}));
    assertThat(market.auction(0).sold()).isEqualTo(1);
    assertThat(market.auction(1).sold()).isEqualTo(3);
    assertThat(market.auction(2).size()).isZero();
    assertThat(market.bids(0).at(1)).isEqualTo(OTHER);
    assertThat(market.changes()).isEqualTo(2);
  }

  @Test
  void submit_otherBids_replaceAllOfThem() {
    market.submit(0, Bids.of(new int[] {0, 1}, new Bid[] {BID, OTHER}));
    market.submit(0, bids(1, BID));
    assertThat(market.auction(0).size()).isZero();
    assertThat(market.auction(1).size()).isEqualTo(1);
    assertThat(market.auction(1).sold()).isEqualTo(1);
    assertThat(market.bids(0)).isEqualTo(bids(1, BID));
  }

  @Test
  void submit_sameBids_changesNoAuction() {
    market.submit(0, Bids.of(new int[] {0, 1}, new Bid[] {BID, OTHER}));
    Auction first = market.auction(0);
    market.submit(0, Bids.of(new int[] {0, 1}, new Bid[] {BID, BID}));
    assertThat(market.auction(0)).isSameAs(first);
    assertThat(market.changes()).isEqualTo(3);
  }

  @Test
  void submit_oneSeller_leavesTheOtherBids() {
    market.submit(0, bids(0, BID));
    market.submit(0, 1, OTHER);
    assertThat(market.bids(0)).isEqualTo(Bids.of(new int[] {0, 1}, new Bid[] {BID, OTHER}));
    assertThat(market.auction(1).sold()).isEqualTo(3);
    market.submit(0, 1, OTHER);
    assertThat(market.changes()).isEqualTo(2);
    market.submit(0, 1, Bid.NONE);
    assertThat(market.bids(0)).isEqualTo(bids(0, BID));
    assertThat(market.auction(1).size()).isZero();
  }

  @Test
  void setReserve_sameReserve_changesNothing() {
    market.setReserve(1, 1);
    assertThat(market.changes()).isZero();
    market.setReserve(1, 2);
    assertThat(market.auction(1).reserve()).isEqualTo(2);
    assertThat(market.changes()).isEqualTo(1);
  }

  @Test
  void changedSince_concernsThoseWhoSeeTheAuction() {
    market.setReserve(0, 2);
    long then = market.changes();
    assertThat(market.changedSince(0, 0)).isTrue();
    assertThat(market.changedSince(0, 1)).isFalse();
    assertThat(market.changedSince(then, 0)).isFalse();
    market.submit(1, bids(2, BID));
    assertThat(market.changedSince(then, 0)).isFalse();
    assertThat(market.changedSince(then, 1)).isTrue();
    assertThat(market.changedSince(then, 2)).isFalse();
  }

  @Test
  void changedSince_oneAuction_concernsItAlone() {
    market.submit(1, bids(2, BID));
    assertThat(market.changedSince(0, 1, 0)).isFalse();
    assertThat(market.changedSince(0, 1, 1)).isTrue();
    assertThat(market.changedSince(1, 1, 1)).isFalse();
  }

  @Test
  void view_showsTheRivalsWithoutOneself() {
    market.submit(0, bids(1, BID));
    market.submit(1, Bids.of(new int[] {1, 2}, new Bid[] {OTHER, OTHER}));
    BuyerView view = market.view(1);
    assertThat(view.size()).isEqualTo(2);
    assertThat(view.seller(0)).isEqualTo(1);
    assertThat(view.rivals(0).size()).isEqualTo(1);
    assertThat(view.rivals(0).sold()).isEqualTo(1);
    assertThat(view.rivals(1).size()).isZero();
    assertThat(view.own()).isEqualTo(market.bids(1));
    assertThat(market.auction(1).size()).isEqualTo(2);
  }
}
