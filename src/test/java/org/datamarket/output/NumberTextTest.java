package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.datamarket.io.Json;
import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Test
  void text_readsBackAndHasNoDigitTooMany() {
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n < 20_000; n++) {
      double value = Math.exp(40 * random.nextDouble() - 20) * (random.nextBoolean() ? 1 : 3);
      String text = NumberText.text(value);
      assertThat(Double.parseDouble(text)).isEqualTo(value);
      int digits = new BigDecimal(text).stripTrailingZeros().precision();
      if (digits > 1) {
        BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits - 1));
        assertThat(shorter.doubleValue()).isNotEqualTo(value);
      }
    }
  }

  @Test
  void text_ofWhatOlderJavasWriteTooLong_isShort() {
    assertThat(NumberText.text(2.0E-3)).isEqualTo("0.002");
    assertThat(NumberText.text(2.2E-322)).isEqualTo("2.2E-322");
    assertThat(NumberText.text(2.0E23)).isEqualTo("2.0E23");
  }

  @Test
  void text_ofZeroHasNoSign() {
    assertThat(NumberText.text(-0.0)).isEqualTo("0.0");
    assertThat(Json.finite(-0.0)).isEqualTo(0.0);
  }
}
