package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A buyer's bids: in order, without those for nothing, and never changed in place. */
class BidsTest {
  private static final Bid LOW = new Bid(1, 2);
  private static final Bid HIGH = new Bid(2, 5);
  private static final Bids TWO = Bids.of(new int[] {3, 7}, new Bid[] {LOW, HIGH});

  @Test
  void of_bidsForNothing_leavesThemOut() {
    Bids bids = Bids.of(new int[] {1, 3, 4, 7}, new Bid[] {Bid.NONE, LOW, Bid.NONE, HIGH});
    assertThat(bids).isEqualTo(TWO);
    assertThat(bids.size()).isEqualTo(2);
    assertThat(bids.seller(1)).isEqualTo(7);
    assertThat(bids.bid(1)).isEqualTo(HIGH);
    assertThat(Bids.of(new int[] {1}, new Bid[] {Bid.NONE})).isSameAs(Bids.NONE);
  }

  @Test
  void of_sellersNotAscending_throws() {
    assertThatThrownBy(() -> Bids.of(new int[] {3, 3}, new Bid[] {LOW, HIGH}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bids.of(new int[] {3, 2}, new Bid[] {LOW, HIGH}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bids.of(new int[] {3, 4}, new Bid[] {LOW}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void at_sellerWithoutBid_isNone() {
    assertThat(TWO.at(3)).isEqualTo(LOW);
    assertThat(TWO.at(7)).isEqualTo(HIGH);
    assertThat(TWO.at(5)).isEqualTo(Bid.NONE);
  }

  @Test
  void with_anotherSeller_putsItInItsPlace() {
    Bid more = new Bid(4, 4);
    for (int seller : new int[] {0, 5, 9}) {
      Bids three = TWO.with(seller, more);
      assertThat(three.size()).isEqualTo(3);
      assertThat(three.at(seller)).isEqualTo(more);
      assertThat(three.at(3)).isEqualTo(LOW);
      assertThat(three.at(7)).isEqualTo(HIGH);
    }
    assertThat(TWO.size()).isEqualTo(2);
  }

  @Test
  void with_sameSeller_replacesOrTakesAway() {
    assertThat(TWO.with(3, HIGH)).isEqualTo(Bids.of(new int[] {3, 7}, new Bid[] {HIGH, HIGH}));
    assertThat(TWO.with(3, Bid.NONE)).isEqualTo(Bids.of(new int[] {7}, new Bid[] {HIGH}));
    assertThat(TWO.with(5, Bid.NONE)).isEqualTo(TWO);
    assertThat(TWO.at(3)).isEqualTo(LOW);
  }

  @Test
  void isEmpty_onlyOfNone() {
    assertThat(Bids.NONE.isEmpty()).isTrue();
    assertThat(TWO.isEmpty()).isFalse();
  }

  @Test
  void highestPrice_isThatOfTheDearest_orZero() {
    assertThat(TWO.highestPrice()).isEqualTo(5);
    assertThat(Bids.NONE.highestPrice()).isZero();
  }

  @Test
  void equals_comparesSellersAndBids() {
    Bids same = Bids.of(new int[] {3, 7}, new Bid[] {LOW, HIGH});
    assertThat(same).isEqualTo(TWO).hasSameHashCodeAs(TWO);
    assertThat(Bids.of(new int[] {3, 8}, new Bid[] {LOW, HIGH}))
        .isNotEqualTo(TWO)
        .doesNotHaveSameHashCodeAs(TWO);
    assertThat(Bids.of(new int[] {3, 7}, new Bid[] {LOW, LOW}))
        .isNotEqualTo(TWO)
        .doesNotHaveSameHashCodeAs(TWO);
    assertThat(TWO).isNotEqualTo("bids");
  }

  @Test
  void toString_namesSellersQuantitiesAndPrices() {
    assertThat(TWO).hasToString("{3: 1.0@2.0, 7: 2.0@5.0}");
    assertThat(Bids.NONE).hasToString("{}");
  }
}
