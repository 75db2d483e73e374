package org.datamarket.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Paired differences against textbook sums, and where there is nothing to compare. */
class ContrastTest {
  private static final double NONE = Double.NaN;

  /** Student's t for 95 %, two-sided, from a table. */
  private static final double[] T = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646};

  @Test
  void intervals_areTheTextbooks() {
    RandomGenerator random = new Well19937c(5);
    for (int n = 2; n <= 8; n++) {
      double[] own = new double[n];
      double[] others = new double[n];
      double sum = 0;
      for (int s = 0; s < n; s++) {
        own[s] = 10 * random.nextGaussian();
        others[s] = own[s] + random.nextGaussian();
        sum += own[s] - others[s];
      }
      double squares = 0;
      for (int s = 0; s < n; s++) {
        squares += Math.pow(own[s] - others[s] - sum / n, 2);
      }
      double half = T[n - 2] * Math.sqrt(squares / (n - 1) / n);
      Contrast contrast = Contrast.of(own, others);
      assertThat(contrast.count()).isEqualTo(n);
      assertThat(contrast.pairs()).isEqualTo(n);
      assertThat(contrast.difference()).isCloseTo(sum / n, within(1e-12));
      assertThat(contrast.halfWidth()).isCloseTo(half, within(1e-4 * half));
      assertThat(contrast.low()).isCloseTo(sum / n - half, within(1e-4 * half));
      assertThat(contrast.high()).isCloseTo(sum / n + half, within(1e-4 * half));
    }
  }

  /** Seeds without the measure under one of the two are no pair; the mean has them all the same. */
  @Test
  void valuesThatDoNotExist_areLeftOut() {
    Contrast contrast =
        Contrast.of(new double[] {1, NONE, 5, 9, 4}, new double[] {2, 3, NONE, 6, 3});
    assertThat(contrast.count()).isEqualTo(4);
    assertThat(contrast.mean()).isEqualTo(4.75);
    assertThat(contrast.pairs()).isEqualTo(3);
    assertThat(contrast.difference()).isEqualTo(1);
    assertThat(contrast.halfWidth()).isCloseTo(T[1] * 2 / Math.sqrt(3), within(1e-3));
  }

  @Test
  void withoutPairs_thereIsNoDifference() {
    Contrast none = Contrast.of(new double[] {1, NONE}, new double[] {NONE, 3});
    assertThat(none.pairs()).isZero();
    assertThat(none.difference()).isNaN();
    assertThat(none.low()).isNaN();
    Contrast one = Contrast.of(new double[] {1, NONE}, new double[] {3, 3});
    assertThat(one.difference()).isEqualTo(-2);
    assertThat(one.halfWidth()).isNaN();
    assertThat(one.deviation()).isNaN();
  }

  @Test
  void equalValues_differByNothingForCertain() {
    Contrast same = Contrast.of(new double[] {0.1, 0.7, 0.3}, new double[] {0.1, 0.7, 0.3});
    assertThat(same.difference()).isZero();
    assertThat(same.halfWidth()).isZero();
  }
}
