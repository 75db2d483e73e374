package org.datamarket.analysis.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.analysis.SampleMarket;
import org.datamarket.market.Linear;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Reach;
import org.datamarket.market.Valuation;
import org.junit.jupiter.api.Test;

class OptimumCertificateTest {

  private static final List<Valuation> BUYERS = List.of(new Linear(4, 3), new Parabolic(4, 1));
  private static final Reach REACH = Reach.of(new int[][] {{0}, {0, 1}}, 2);

  private static OptimumCertificate certificate(double[] prices, Delivery... deliveries) {
    return OptimumCertificate.of(
        BUYERS, new double[] {4, 1}, new double[] {1, 0.5}, REACH, List.of(deliveries), prices);
  }

  @Test
  void optimum_noGap() {
    OptimumCertificate certificate =
        certificate(new double[] {3, 3}, new Delivery(0, 0, 4), new Delivery(1, 1, 1));
    assertThat(certificate.welfare()).isEqualTo(4 * 3 - 4 + 3.5 - 0.5);
    assertThat(certificate.upperBound()).isEqualTo(11);
    assertThat(certificate.relativeGap()).isZero();
    assertThat(certificate.holds(0)).isTrue();
  }

  @Test
  void worseDeliveries_gapIsWhatTheyMiss() {
    OptimumCertificate certificate =
        certificate(new double[] {3, 3}, new Delivery(0, 0, 3), new Delivery(1, 1, 1));
    assertThat(certificate.relativeGap()).isCloseTo(2 / 11.0, within(1e-15));
    assertThat(certificate.holds(0.1)).isFalse();
  }

  @Test
  void otherPrices_looserBound() {
    for (double[] prices : new double[][] {{1, 3}, {3, 0.5}, {3, 9}, {9, 3}, {2.5, 2.5}}) {
      assertThat(certificate(prices).upperBound()).isGreaterThanOrEqualTo(11);
    }
    assertThat(certificate(new double[] {1, 0.5}).upperBound()).isGreaterThan(11.5);
  }

  @Test
  void anyPrices_boundNothingFeasibleExceeds() {
    RandomGenerator random = new MersenneTwister(4);
    for (int k = 0; k < 2000; k++) {
      SampleMarket market = SampleMarket.small(random, k % 2 == 0);
      double[] prices = market.reserves().clone();
      for (int j = 0; j < prices.length; j++) {
        prices[j] += 5 * random.nextDouble() * random.nextInt(2);
      }
      double bound =
          OptimumCertificate.of(
                  market.valuations(),
                  market.quantities(),
                  market.reserves(),
                  market.reach(),
                  List.of(),
                  prices)
              .upperBound();
      assertThat(bound * (1 + 1e-12)).isGreaterThanOrEqualTo(market.optimum().welfare());
    }
  }

  @Test
  void oversold_doesNotHold() {
    OptimumCertificate certificate =
        certificate(new double[] {3, 3}, new Delivery(0, 0, 4), new Delivery(1, 1, 1.5));
    assertThat(certificate.oversold()).isEqualTo(0.5);
    assertThat(certificate.holds(1)).isFalse();
  }

  @Test
  void notADelivery_throws() {
    double[] prices = {3, 3};
    assertThatThrownBy(() -> certificate(prices, new Delivery(0, 1, 1)))
        .hasMessageContaining("reach");
    assertThatThrownBy(() -> certificate(prices, new Delivery(1, 1, -1)))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> certificate(prices, new Delivery(1, 1, Double.NaN)))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> certificate(new double[] {0.9, 3}))
        .hasMessageContaining("below the reserve");
  }
}
