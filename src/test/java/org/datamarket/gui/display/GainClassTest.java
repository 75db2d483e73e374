package org.datamarket.gui.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.datamarket.analysis.BuyerAccount;
import org.datamarket.market.Bids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainClassTest {
  private static BuyerAccount gaining(double gain) {
    return new BuyerAccount(Bids.NONE, new double[0], new double[0], 0, 0, 0, gain, false);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5, NONE",
    "0.5, 0.5, NONE",
    "0.51, 0.5, UP_TO_3",
    "1.5, 0.5, UP_TO_3",
    "1.51, 0.5, UP_TO_10",
    "5, 0.5, UP_TO_10",
    "15, 0.5, UP_TO_30",
    "50, 0.5, UP_TO_100",
    "50.01, 0.5, MORE",
    "Infinity, 0.5, MORE",
    "NaN, 0.5, UNKNOWN",
    "0, 0, NONE",
    "1e-9, 0, MORE",
    "NaN, 0, UNKNOWN"
  })
  void classes_areByMultiplesOfEpsilon(double gain, double epsilon, GainClass expected) {
    assertThat(GainClass.of(gaining(gain), epsilon)).isEqualTo(expected);
  }

  /** Whoever sees no colours still sees which of two buyers could gain more. */
  @Test
  void colours_growDarkerByClearSteps() {
    List<GainClass> gains = GainClass.gains();
    for (int k = 1; k < gains.size(); k++) {
      assertThat(contrast(gains.get(k - 1).color(), gains.get(k).color()))
          .as("%s beside %s", gains.get(k - 1), gains.get(k))
          .isGreaterThan(1.4);
    }
  }

  /** The contrast of a lighter colour with a darker, as the Web's guidelines define it. */
  private static double contrast(Color lighter, Color darker) {
    return (luminance(lighter) + 0.05) / (luminance(darker) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
