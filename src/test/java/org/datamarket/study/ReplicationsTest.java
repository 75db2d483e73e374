package org.datamarket.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplicationsTest {
  private static Sample sample(double... values) {
    Sample sample = new Sample();
    Arrays.stream(values).forEach(sample::add);
    return sample;
  }

  @Test
  void interval_isStudents() {
    // t(0.975) with 1, 2, 4 and 29 degrees of freedom, from a printed table.
    assertThat(sample(0, 2).halfWidth()).isCloseTo(12.706, within(1e-3));
    assertThat(sample(0, 1, 2).halfWidth()).isCloseTo(4.303 / Math.sqrt(3), within(1e-3));
    Sample five = sample(1, 2, 3, 4, 5);
    assertThat(five.mean()).isEqualTo(3);
    assertThat(five.deviation()).isEqualTo(Math.sqrt(2.5));
    assertThat(five.halfWidth()).isCloseTo(2.776 * Math.sqrt(0.5), within(1e-3));
    Sample thirty = new Sample();
    for (int k = 0; k < 30; k++) {
      thirty.add(k % 2);
    }
    assertThat(thirty.halfWidth() / thirty.deviation() * Math.sqrt(30))
        .isCloseTo(2.045, within(1e-3));
  }

  @Test
  void fewValues_haveNoInterval() {
    assertThat(sample().mean()).isNaN();
    assertThat(sample(3).mean()).isEqualTo(3);
    assertThat(sample(3).deviation()).isNaN();
    assertThat(sample(3).halfWidth()).isNaN();
    assertThat(sample(3, Double.NaN).count()).isEqualTo(1);
  }

  @Test
  void equalValues_haveExactlyThatMeanAndNoSpread() {
    Sample tenths = sample(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    assertThat(tenths.mean()).isEqualTo(0.1);
    assertThat(tenths.deviation()).isZero();
    assertThat(tenths.halfWidth()).isZero();
  }

  @Test
  void fixedNumber_needsNoValues() {
    assertThat(Replications.fixed(7).decide(new double[0])).hasValue(7);
    assertThat(Replications.until(7, 7, "m", 0.1).decide(new double[0])).hasValue(7);
  }

  @Test
  void adaptiveNumber_isTheFirstThatIsNarrow() {
    Replications rule = Replications.until(3, 20, "m", 0.5);
    double[] values = {1, 9, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    int expected = 0;
    for (int n = 3; expected == 0; n++) {
      Sample sample = sample(Arrays.copyOf(values, n));
      expected = sample.halfWidth() <= 0.5 * Math.abs(sample.mean()) ? n : 0;
    }
    assertThat(expected).isBetween(4, 10);
    for (int known = 0; known <= values.length; known++) {
      OptionalInt decided = rule.decide(Arrays.copyOf(values, known));
      assertThat(decided)
          .isEqualTo(known < expected ? OptionalInt.empty() : OptionalInt.of(expected));
    }
  }

  @Test
  void adaptiveNumber_hasBounds() {
    assertThat(Replications.until(3, 6, "m", 0.5).decide(new double[] {5, 5})).isEmpty();
    assertThat(Replications.until(3, 6, "m", 0.5).decide(new double[] {5, 5, 5, 5})).hasValue(3);
    assertThat(Replications.until(3, 6, "m", 0.5).decide(new double[] {0, 0, 0})).hasValue(3);
    assertThat(Replications.until(1, 6, "m", 0.5).decide(new double[] {5})).isEmpty();
    assertThat(Replications.until(3, 6, "m", 0.1).decide(new double[] {-9, 9, -9, 9, -9, 9, -9, 9}))
        .hasValue(6);
    double nan = Double.NaN;
    assertThat(
            Replications.until(3, 6, "m", 0.1).decide(new double[] {nan, nan, nan, nan, nan, nan}))
        .hasValue(6);
    assertThat(Replications.until(2, 9, "m", 0.1).decide(new double[] {nan, 4, nan, 4}))
        .hasValue(4);
  }

  @Test
  void nextStep_growsAndEnds() {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      Replications rule =
          Replications.until(1 + random.nextInt(5), 50, "m", random.nextDouble() * 0.2);
      double[] values = {};
      while (rule.decide(values).isEmpty()) {
        int next = rule.next(values);
        assertThat(next).isGreaterThan(values.length).isBetween(rule.atLeast(), rule.atMost());
        int before = values.length;
        values = Arrays.copyOf(values, next);
        for (int k = before; k < next; k++) {
          values[k] = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian() + trial % 3;
        }
      }
    }
  }
}
