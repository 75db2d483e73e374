package org.datamarket.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** θ_κ on a linear and a parabolic valuation, by hand. */
class WithIspTest {
  /** θ = 10 z − z²/2 up to 10: at 4 $/GB the ISP fills up to 6 GB, worth 42 $ less 24 $. */
  private static final Valuation OWN = new Parabolic(10, 1);

  private static final WithIsp CAPPED = WithIsp.of(OWN, 4);

  @Test
  void without_isTheOwnValuation_andAnyOtherIsItself() {
    assertThat(WithIsp.without(CAPPED)).isSameAs(OWN);
    assertThat(WithIsp.without(OWN)).isSameAs(OWN);
  }

  @Test
  void value_belowTheIspsTotal_growsByItsPrice() {
    assertThat(CAPPED.value(0)).isEqualTo(18);
    assertThat(CAPPED.value(2)).isEqualTo(26);
    assertThat(CAPPED.value(6)).isEqualTo(OWN.value(6));
    assertThat(CAPPED.value(8)).isEqualTo(OWN.value(8));
  }

  @Test
  void value_ofVeryLittle_keepsItsDigits() {
    Valuation capped = WithIsp.of(new Linear(1_000, 4), 4);

    // what is bought for its worth adds nothing of its own: θ_κ(z) = 4 z to the last digit
    assertThat(capped.value(1e-9)).isEqualTo(4e-9, within(1e-24));
    assertThat(capped.value(3e-7)).isEqualTo(1.2e-6, within(1e-21));
  }

  @Test
  void quantityWorth_isTheInverse() {
    assertThat(CAPPED.quantityWorth(26)).isEqualTo(2);
    assertThat(CAPPED.quantityWorth(18)).isZero();
    assertThat(CAPPED.quantityWorth(42)).isEqualTo(6);
    assertThat(CAPPED.quantityWorth(OWN.value(8))).isEqualTo(8, within(1e-14));
  }

  @Test
  void purchase_isWhatIsMissing() {
    assertThat(CAPPED.purchase(2)).isEqualTo(4);
    assertThat(CAPPED.purchase(7)).isZero();
  }
}
