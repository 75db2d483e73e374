package org.datamarket.analysis.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.junit.jupiter.api.Test;

class SinglePriceTest {

  private static double clearing(Valuation[] buyers, double[] quantities, double... reserves) {
    return SinglePrice.clearing(buyers, quantities, reserves, 0, Double.MAX_VALUE);
  }

  @Test
  void oneParabolicBuyer_marginalAtTheSupply() {
    Valuation[] buyer = {new Parabolic(10, 2)};
    assertThat(clearing(buyer, new double[] {4}, 1)).isCloseTo(12, within(1e-14));
  }

  @Test
  void flats_exactPrices() {
    Valuation[] buyers = {new Linear(5, 3), new Linear(5, 1.1)};
    assertThat(clearing(buyers, new double[] {3}, 0)).isEqualTo(3);
    assertThat(clearing(buyers, new double[] {5}, 0)).isEqualTo(3);
    assertThat(clearing(buyers, new double[] {6}, 0)).isEqualTo(1.1);
    assertThat(clearing(buyers, new double[] {11}, 0)).isZero();
    assertThat(clearing(buyers, new double[] {11}, 0.7)).isEqualTo(0.7);
    assertThat(clearing(buyers, new double[] {4, 4}, 0, 2)).isEqualTo(2);
    assertThat(clearing(buyers, new double[] {4, 4}, 0, 3.5)).isEqualTo(3);
    assertThat(clearing(buyers, new double[] {6, 4}, 0, 2)).isEqualTo(1.1);
  }

  @Test
  void smallSupplyBesideALargeOneThatAsksTooMuch_notLostInTheSum() {
    Valuation[] buyers = {new AlphaFair(1e-3, 1, 0.5, 0)};
    assertThat(clearing(buyers, new double[] {1e-6, 1e9}, 0, 1e6)).isCloseTo(1000, within(1e-9));
  }
}
