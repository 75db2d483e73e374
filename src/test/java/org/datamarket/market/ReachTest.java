package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Who sees whom. */
class ReachTest {
  @Test
  void full_everyBuyerSeesEverySeller() {
    Reach reach = Reach.full(2, 3);
    assertThat(reach.buyers()).isEqualTo(2);
    assertThat(reach.sellers()).isEqualTo(3);
    for (int i = 0; i < 2; i++) {
      assertThat(reach.degree(i)).isEqualTo(3);
      for (int k = 0; k < 3; k++) {
        assertThat(reach.seller(i, k)).isEqualTo(k);
      }
    }
    assertThat(reach.isFull()).isTrue();
    assertThat(reach.pairs()).isEqualTo(6);
  }

  @Test
  void of_anyOrder_sortsACopy() {
    int[][] given = {{2, 0}, {}, {1}};
    Reach reach = Reach.of(given, 3);
    assertThat(reach.buyers()).isEqualTo(3);
    assertThat(reach.sellers()).isEqualTo(3);
    assertThat(reach.shared(0)).containsExactly(0, 2);
    assertThat(reach.degree(1)).isZero();
    assertThat(reach.seller(2, 0)).isEqualTo(1);
    assertThat(reach.pairs()).isEqualTo(3);
    assertThat(reach.isFull()).isFalse();
    assertThat(given[0]).containsExactly(2, 0);
  }

  @Test
  void of_sellerOutsideOrRepeated_throws() {
    for (int[] sellers : new int[][] {{-1}, {3}, {0, 3}, {1, 1}, {2, 0, 2}}) {
      assertThatThrownBy(() -> Reach.of(new int[][] {{0}, sellers}, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("buyer 1");
    }
  }
}
