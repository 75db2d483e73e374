package org.datamarket.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.design.RandomDesign;
import org.datamarket.study.design.SobolSequence;
import org.datamarket.study.design.UnitDesign;
import org.junit.jupiter.api.Test;

class SaltelliDesignTest {
  private static final RandomStreams STREAMS = new RandomStreams(1);
  private static final Bootstrap BOOTSTRAP = new Bootstrap(400, 0.95, STREAMS);

  @Test
  void block_isARowOfAOneOfBAndTheirExchanges() {
    SaltelliDesign design = sobol(100, 3);
    double[][] sample = new SobolSequence().points(100, 6, STREAMS);
    assertThat(design.size()).isEqualTo(500);
    for (int block = 0; block < 100; block++) {
      double[] s = sample[block];
      double[][] points = Arrays.copyOfRange(design.points(), 5 * block, 5 * block + 5);
      assertThat(points)
          .isDeepEqualTo(
              new double[][] {
                {s[0], s[1], s[2]},
                {s[3], s[4], s[5]},
                {s[3], s[1], s[2]},
                {s[0], s[4], s[2]},
                {s[0], s[1], s[5]}
              });
    }
  }

  /** Without the centre, a sample of 2ᵐ − 1 would not be balanced. */
  @Test
  void firstBlock_isTheCentre_andOfUse() {
    assertThat(Arrays.copyOf(sobol(511, 2).points(), 4))
        .isDeepEqualTo(new double[][] {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}});
    UnitDesign without =
        (count, dimensions, streams) ->
            Arrays.copyOfRange(
                new SobolSequence().points(count + 1, dimensions, streams), 1, count + 1);
    ToDoubleFunction<double[]> linear = Functions.linear(0, 1, 2);
    double with = indices(sobol(511, 2), linear).indices().get(1).first();
    double less =
        indices(new SaltelliDesign(511, 2, without, STREAMS), linear).indices().get(1).first();
    assertThat(Math.abs(with - 0.8)).isLessThan(Math.abs(less - 0.8));
  }

  @Test
  void design_keepsItsFirstBlocksWhenItGrows() {
    assertThat(Arrays.copyOf(sobol(64, 4).points(), 16 * 6)).isDeepEqualTo(sobol(16, 4).points());
  }

  /** V₁ = 1/2 + bπ⁴/5 + b²π⁸/50, V₂ = a²/8, V₁₃ = 8b²π⁸/225. */
  @Test
  void ishigami_hasItsKnownIndices() {
    double fourth = Math.pow(Math.PI, 4);
    double one = 0.5 + 0.1 * fourth / 5 + 0.01 * fourth * fourth / 50;
    double two = 49 / 8.0;
    double both = 8 * 0.01 * fourth * fourth / 225;
    double variance = one + two + both;
    double[] first = {one / variance, two / variance, 0};
    double[] total = {(one + both) / variance, two / variance, both / variance};
    assertThat(first).usingComparatorWithPrecision(5e-5).containsExactly(0.3139, 0.4424, 0);
    assertThat(total).usingComparatorWithPrecision(5e-5).containsExactly(0.5576, 0.4424, 0.2437);

    SobolResult sobol = indices(sobol(4095, 3), Functions::ishigami);
    assertIndices(sobol, first, total, 0.005);
    assertThat(sobol.mean()).isCloseTo(3.5, within(0.01));
    assertThat(sobol.variance()).isCloseTo(variance, within(0.05));
    assertIndices(indices(sobol(511, 3), Functions::ishigami), first, total, 0.02);

    SaltelliDesign random = new SaltelliDesign(8000, 3, new RandomDesign(), STREAMS);
    assertIndices(indices(random, Functions::ishigami), first, total, 0.05);
  }

  @Test
  void linearFunction_dividesItsVarianceByTheSquaresOfItsCoefficients() {
    double[] coefficients = {1, 2, -3, 0, 0.5};
    double[] shares = Arrays.stream(coefficients).map(c -> c * c / 14.25).toArray();
    SobolResult result = indices(sobol(2047, 5), Functions.linear(0, coefficients));
    assertIndices(result, shares, shares, 0.004);
  }

  @Test
  void largeMean_changesNothing() {
    SaltelliDesign design = new SaltelliDesign(1000, 2, new RandomDesign(), STREAMS);
    SobolResult small = indices(design, Functions.linear(0, 1, 2));
    SobolResult large = indices(design, Functions.linear(1e6, 1, 2));
    for (int factor = 0; factor < 2; factor++) {
      SobolIndex index = large.indices().get(factor);
      assertThat(index.first()).isCloseTo(small.indices().get(factor).first(), within(1e-8));
      assertThat(index.total()).isCloseTo(small.indices().get(factor).total(), within(1e-8));
    }
  }

  /** Vᵢ = 1 / (3 (1 + aᵢ)²); V = Π (1 + Vⱼ) − 1; Tᵢ = Vᵢ Π_{j≠i} (1 + Vⱼ). */
  @Test
  void gFunction_hasItsKnownIndices() {
    double[] a = {0, 1, 4.5, 9, 99, 99};
    double[] parts = Arrays.stream(a).map(value -> 1 / (3 * (1 + value) * (1 + value))).toArray();
    double all = Arrays.stream(parts).reduce(1, (product, part) -> product * (1 + part));
    double[] first = Arrays.stream(parts).map(part -> part / (all - 1)).toArray();
    double[] total =
        Arrays.stream(parts).map(part -> part * all / (1 + part) / (all - 1)).toArray();
    assertThat(first[0]).isCloseTo(0.716, within(0.001));
    SobolResult result = indices(sobol(4095, 6), Functions.g(a));
    assertIndices(result, first, total, 0.01);
    assertThat(result.mean()).isCloseTo(1, within(0.005));
  }

  /** Of independent studies at random, about 95 % of the intervals hold the truth. */
  @Test
  void intervals_holdTheTruthAboutAsOftenAsTheySay() {
    int held = 0;
    for (int seed = 0; seed < 100; seed++) {
      RandomStreams streams = new RandomStreams(seed);
      SaltelliDesign design = new SaltelliDesign(300, 3, new RandomDesign(), streams);
      SobolResult result =
          design.indices(
              names(3),
              Functions.outputs(design, Functions.linear(0, 1, 2, 3)),
              new Bootstrap(300, 0.95, streams));
      for (int factor = 0; factor < 3; factor++) {
        double truth = (factor + 1) * (factor + 1) / 14.0;
        SobolIndex index = result.indices().get(factor);
        held += index.firstLow() <= truth && truth <= index.firstHigh() ? 1 : 0;
        held += index.totalLow() <= truth && truth <= index.totalHigh() ? 1 : 0;
      }
    }
    assertThat(held / 600.0).isBetween(0.90, 0.98);
  }

  @Test
  void blocksWithAFailedRun_areLeftOutWhole() {
    SaltelliDesign design = sobol(1023, 2);
    double[] outputs = Functions.outputs(design, Functions.linear(0, 1, 2));
    outputs[0] = Double.NaN;
    outputs[4 * 10 + 1] = Double.NaN;
    outputs[4 * 20 + 2] = Double.NEGATIVE_INFINITY;
    outputs[4 * 1022 + 3] = Double.NaN;
    outputs[4 * 1022] = Double.NaN;
    SobolResult result = design.indices(names(2), outputs, BOOTSTRAP);
    assertThat(result.blocks()).isEqualTo(1019);
    assertThat(result.dropped()).isEqualTo(4);
    assertIndices(result, new double[] {0.2, 0.8}, new double[] {0.2, 0.8}, 0.02);
  }

  @Test
  void outputThatNeverChanges_hasNoIndices() {
    SobolResult result = indices(sobol(63, 2), x -> 0.1);
    double nan = Double.NaN;
    assertThat(result.variance()).isZero();
    assertThat(result.mean()).isCloseTo(0.1, within(1e-15));
    assertThat(result.indices().get(0))
        .isEqualTo(new SobolIndex("x1", nan, nan, nan, nan, nan, nan));
  }

  @Test
  void onlyFailedRuns_giveNothing() {
    SobolResult result = indices(sobol(63, 2), x -> Double.NaN);
    assertThat(result.blocks()).isZero();
    assertThat(result.dropped()).isEqualTo(63);
    assertThat(List.of(result.mean(), result.variance())).containsOnly(Double.NaN);
    assertThat(result.indices().get(1).total()).isNaN();
  }

  @Test
  void indices_areTheSameForTheSameSeed_andTheirIntervalsOthersForAnother() {
    SaltelliDesign design = sobol(127, 3);
    double[] outputs = Functions.outputs(design, Functions::ishigami);
    SobolResult one = design.indices(names(3), outputs, Bootstrap.standard(new RandomStreams(1)));
    SobolResult same = design.indices(names(3), outputs, Bootstrap.standard(new RandomStreams(1)));
    SobolResult other = design.indices(names(3), outputs, Bootstrap.standard(new RandomStreams(2)));
    assertThat(same).isEqualTo(one);
    assertThat(other.indices().get(0).first()).isEqualTo(one.indices().get(0).first());
    assertThat(other.indices().get(0).firstLow()).isNotEqualTo(one.indices().get(0).firstLow());
  }

  @Test
  void mistakes_areRefused() {
    assertThatThrownBy(() -> sobol(0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("blocks must be at least 1, not 0");
    assertThatThrownBy(() -> sobol(10, 501))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a Sobol sequence has at most 1000 dimensions, not 1002");
    assertThatThrownBy(() -> sobol(1 << 30, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> sobol(10, 2).point(40)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> sobol(10, 2).indices(names(2), new double[41], BOOTSTRAP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("41 outputs for 40 points");
  }

  private static void assertIndices(
      SobolResult result, double[] first, double[] total, double tolerance) {
    for (int factor = 0; factor < first.length; factor++) {
      SobolIndex index = result.indices().get(factor);
      assertThat(index.factor()).isEqualTo("x" + (factor + 1));
      assertThat(index.first()).as("first %s", index).isCloseTo(first[factor], within(tolerance));
      assertThat(index.total()).as("total %s", index).isCloseTo(total[factor], within(tolerance));
      assertThat(first[factor]).as("%s", index).isBetween(index.firstLow(), index.firstHigh());
      assertThat(total[factor]).as("%s", index).isBetween(index.totalLow(), index.totalHigh());
    }
  }

  private static SaltelliDesign sobol(int blocks, int factors) {
    return new SaltelliDesign(blocks, factors, new SobolSequence(), STREAMS);
  }

  private static SobolResult indices(SaltelliDesign design, ToDoubleFunction<double[]> function) {
    return design.indices(names(design.factors()), Functions.outputs(design, function), BOOTSTRAP);
  }

  private static List<String> names(int factors) {
    return IntStream.rangeClosed(1, factors).mapToObj(k -> "x" + k).toList();
  }
}
