package org.datamarket.gui.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The round numbers between which values are coloured. */
class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0.2",
    "0, 5.6e-17, 0, 0.2",
    "-1e-16, 1e-16, 0, 0.2",
    "1, 1, 1, 1.2",
    "1, 1.0000000000000002, 1, 1.2",
    "-1, -1, -1, -0.8",
    "0, 1, 0, 1",
    "0.5, 2.2, 0.5, 2.25",
    "1e-6, 9e-6, 1e-6, 9e-6"
  })
  void ends_areRoundNumbersAroundTheValues(double low, double high, double least, double most) {
    Scale scale = Scale.NONE.fitting(new double[] {low, high});
    assertThat(scale.least()).isCloseTo(least, within(1e-12));
    assertThat(scale.most()).isCloseTo(most, within(1e-12));
  }

  @Test
  void scaleThatFits_staysAsItIs() {
    Scale scale = Scale.NONE.fitting(new double[] {0, 1});
    assertThat(scale.fitting(new double[] {0.1, 0.9})).isEqualTo(scale);
    assertThat(scale.fitting(new double[0])).isEqualTo(scale);
    assertThat(scale.fitting(new double[] {0, 1.3})).isNotEqualTo(scale);
    assertThat(scale.fitting(new double[] {0.1, 0.2})).isNotEqualTo(scale);
  }
}
