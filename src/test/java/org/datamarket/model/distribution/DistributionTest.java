package org.datamarket.model.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.random.AbstractRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.datamarket.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws have the distribution they are named after, and its mean in closed form. */
class DistributionTest {
  private static final int DRAWS = 200_000;

  /**
   * A mean or a share of so many independent draws lies within this many standard errors of the
   * truth except once in 1.7 million samples; the seed is fixed, so a sample that passes passes
   * always.
   */
  private static final double STANDARD_ERRORS = 5;

  /** A distribution and its distribution function, by other code. */
  record Case(Supported distribution, DoubleUnaryOperator cdf) {
    @Override
    public String toString() {
      return distribution.toString();
    }
  }

  static Stream<Case> continuous() {
    return Stream.of(
        new Case(new Uniform(2, 7), new UniformRealDistribution(2, 7)::cumulativeProbability),
        new Case(new TruncatedNormal(3, 1), truncated(3, 1)),
        new Case(new TruncatedNormal(1, 2), truncated(1, 2)),
        new Case(new TruncatedNormal(0, 1), truncated(0, 1)),
        new Case(new TruncatedNormal(1000, 0.01), truncated(1000, 0.01)),
        new Case(
            new LogNormal(2, 0.6),
            new LogNormalDistribution(StrictMath.log(2), 0.6)::cumulativeProbability),
        new Case(
            new LogNormal(0.7, 1.6),
            new LogNormalDistribution(StrictMath.log(0.7), 1.6)::cumulativeProbability),
        new Case(new Exponential(3), new ExponentialDistribution(3)::cumulativeProbability),
        new Case(new Weibull(2, 3), new WeibullDistribution(2, 3)::cumulativeProbability),
        new Case(new Weibull(0.7, 1), new WeibullDistribution(0.7, 1)::cumulativeProbability));
  }

  private static DoubleUnaryOperator truncated(double mean, double deviation) {
    NormalDistribution normal = new NormalDistribution(mean, deviation);
    double cut = normal.cumulativeProbability(0);
    return x -> (normal.cumulativeProbability(x) - cut) / (1 - cut);
  }

  private static double[] draws(Supported distribution, String stream) {
    RandomGenerator random = new RandomStreams(20240229).stream(stream);
    double[] draws = new double[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      draws[k] = distribution.sample(random);
    }
    return draws;
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void sampleMean_isTheMean(Case each) {
    double[] draws = draws(each.distribution(), "mean");
    double sum = 0;
    double squares = 0;
    double mean = each.distribution().mean();
    for (double draw : draws) {
      sum += draw - mean;
      squares += (draw - mean) * (draw - mean);
    }
    double error = Math.sqrt(squares / DRAWS / DRAWS);
    assertThat(sum / DRAWS).isCloseTo(0, within(STANDARD_ERRORS * error));
  }

  /**
   * The distribution function maps draws to the unit interval evenly: each tenth gets its share.
   */
  @ParameterizedTest
  @MethodSource("continuous")
  void everyTenth_getsItsShare(Case each) {
    int[] tenths = new int[10];
    for (double draw : draws(each.distribution(), "tenths")) {
      tenths[Math.min(9, (int) (10 * each.cdf().applyAsDouble(draw)))]++;
    }
    double error = Math.sqrt(0.1 * 0.9 / DRAWS);
    assertThat(Arrays.stream(tenths).boxed())
        .allSatisfy(
            count ->
                assertThat((double) count / DRAWS).isCloseTo(0.1, within(STANDARD_ERRORS * error)));
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void draws_stayWithinTheSupport(Case each) {
    Support support = each.distribution().support();
    for (double draw : draws(each.distribution(), "support")) {
      assertThat(draw).isGreaterThan(support.lowest()).isLessThanOrEqualTo(support.highest());
    }
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void extremeUniforms_giveFiniteDraws(Case each) {
    for (double u : new double[] {0, 1 - 0x1.0p-52}) {
      assertThat(each.distribution().sample(Fixed.at(u))).isFinite().isPositive();
    }
  }

  @Test
  void constant_isItself() {
    assertThat(new Constant(4).sample(Fixed.at(0.3))).isEqualTo(4);
    assertThat(new Constant(4).mean()).isEqualTo(4);
  }

  @Test
  void empirical_drawsEachValueEquallyOften() {
    Empirical empirical = new Empirical(List.of(1.0, 4.0, 4.0, 7.0));
    int fours = 0;
    double sum = 0;
    for (double draw : draws(empirical, "empirical")) {
      fours += draw == 4 ? 1 : 0;
      sum += draw;
    }
    assertThat((double) fours / DRAWS)
        .isCloseTo(0.5, within(STANDARD_ERRORS * Math.sqrt(0.25 / DRAWS)));
    assertThat(empirical.mean()).isEqualTo(4);
    assertThat(sum / DRAWS).isCloseTo(4, within(STANDARD_ERRORS * Math.sqrt(4.5 / DRAWS)));
    assertThat(empirical.sample(Fixed.at(1 - 0x1.0p-52))).isEqualTo(7);
  }

  @Test
  void weibull_ofMean_hasIt() {
    assertThat(Weibull.ofMean(0.7, 5).mean()).isCloseTo(5, within(1e-12));
    assertThat(Weibull.ofMean(1, 5).scale()).isCloseTo(5, within(1e-12));
  }

  @Test
  void truncatedNormal_farFromZero_isNormal() {
    assertThat(new TruncatedNormal(1000, 1).mean()).isEqualTo(1000);
  }

  /** Draws are promised to be the same bits on every Java machine: these came from one of them. */
  @Test
  void draws_areTheseBits() {
    List<Supported> all =
        List.of(
            new Uniform(2, 7),
            new TruncatedNormal(1, 2),
            new LogNormal(2, 0.6),
            new Exponential(3),
            new Weibull(0.7, 1));
    List<Double> drawn =
        all.stream()
            .map(distribution -> distribution.sample(new RandomStreams(7).stream("bits")))
            .toList();
    assertThat(drawn)
        .containsExactly(
            3.828682746345958,
            1.3091947654401006,
            1.627828951552655,
            1.365872620279147,
            0.32496856270472574);
  }

  /** A generator whose next number is known. */
  private static final class Fixed {
    private Fixed() {}

    static RandomGenerator at(double u) {
      return new AbstractRandomGenerator() {
        @Override
        public void setSeed(long seed) {}

        @Override
        public double nextDouble() {
          return u;
        }
      };
    }
  }
}
