package org.datamarket.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.datamarket.random.RandomStreams;
import org.junit.jupiter.api.Test;

class MorrisDesignTest {
  private static final RandomStreams STREAMS = new RandomStreams(1);
  private static final Bootstrap BOOTSTRAP = Bootstrap.standard(STREAMS);

  @Test
  void trajectory_changesEveryFactorOnceByDelta() {
    for (int levels : new int[] {2, 4, 6, 10}) {
      double delta = levels / (2.0 * (levels - 1));
      for (int factors : new int[] {1, 2, 7}) {
        MorrisDesign design = new MorrisDesign(20, factors, levels, STREAMS);
        double[][] points = design.points();
        assertThat(points).hasDimensions(20 * (factors + 1), factors);
        for (int trajectory = 0; trajectory < 20; trajectory++) {
          int[] changes = new int[factors];
          for (int step = 0; step < factors; step++) {
            int place = trajectory * (factors + 1) + step;
            changes[changed(points[place], points[place + 1], delta)]++;
          }
          assertThat(changes).containsOnly(1);
        }
      }
    }
  }

  /** The one factor in which two points differ, by delta. */
  private static int changed(double[] from, double[] to, double delta) {
    int[] differing = IntStream.range(0, from.length).filter(i -> from[i] != to[i]).toArray();
    assertThat(differing).hasSize(1);
    assertThat(Math.abs(to[differing[0]] - from[differing[0]])).isCloseTo(delta, within(1e-12));
    return differing[0];
  }

  @Test
  void points_lieOnTheLevels() {
    Set<Double> values = new HashSet<>();
    for (double[] point : new MorrisDesign(50, 3, 4, STREAMS).points()) {
      Arrays.stream(point).forEach(values::add);
    }
    assertThat(values).containsExactlyInAnyOrder(0.0, 1 / 3.0, 2 / 3.0, 1.0);
  }

  @Test
  void startsAndOrders_areUniform() {
    MorrisDesign design = new MorrisDesign(3000, 3, 4, STREAMS);
    int[] starts = new int[4];
    int[] firsts = new int[3];
    for (int trajectory = 0; trajectory < 3000; trajectory++) {
      double[] start = design.point(4 * trajectory);
      starts[(int) Math.round(3 * start[0])]++;
      firsts[changed(start, design.point(4 * trajectory + 1), 2 / 3.0)]++;
    }
    assertThat(Arrays.stream(starts)).allMatch(count -> Math.abs(count - 750) < 100);
    assertThat(Arrays.stream(firsts)).allMatch(count -> Math.abs(count - 1000) < 110);
  }

  @Test
  void design_keepsItsFirstTrajectoriesWhenItGrows() {
    double[][] large = new MorrisDesign(40, 5, 4, STREAMS).points();
    assertThat(Arrays.copyOf(large, 60))
        .isDeepEqualTo(new MorrisDesign(10, 5, 4, STREAMS).points());
  }

  @Test
  void startsOfOtherFactors_stayWhenAFactorIsAdded() {
    MorrisDesign few = new MorrisDesign(10, 3, 4, STREAMS);
    MorrisDesign more = new MorrisDesign(10, 4, 4, STREAMS);
    for (int trajectory = 0; trajectory < 10; trajectory++) {
      assertThat(Arrays.copyOf(more.point(5 * trajectory), 3)).isEqualTo(few.point(4 * trajectory));
    }
  }

  @Test
  void effects_ofALinearFunction_areItsCoefficients() {
    double[] coefficients = {3, -2, 0, 0.25};
    MorrisDesign design = new MorrisDesign(10, 4, 4, STREAMS);
    MorrisResult result = effects(design, Functions.linear(5, coefficients));
    assertThat(result.trajectories()).isEqualTo(10);
    assertThat(result.dropped()).isZero();
    for (int factor = 0; factor < 4; factor++) {
      ElementaryEffects effects = result.effects().get(factor);
      assertThat(effects.factor()).isEqualTo("x" + (factor + 1));
      assertThat(effects.mu()).isCloseTo(coefficients[factor], within(1e-12));
      assertThat(effects.muStar()).isCloseTo(Math.abs(coefficients[factor]), within(1e-12));
      assertThat(effects.sigma()).isCloseTo(0, within(1e-12));
      assertThat(effects.muStarLow()).isCloseTo(effects.muStar(), within(1e-12));
      assertThat(effects.muStarHigh()).isCloseTo(effects.muStar(), within(1e-12));
    }
  }

  /**
   * For y = (x₁ − ½)(x₂ − ½) on four levels, the effect of either factor is the other's distance
   * from ½: ±1/2 or ±1/6 with equal chances. So μ = 0, μ* = 1/3, σ² = (1/4 + 1/36) / 2 = 5/36.
   */
  @Test
  void effects_ofAnInteraction_haveTheirKnownMoments() {
    MorrisDesign design = new MorrisDesign(4000, 2, 4, STREAMS);
    for (ElementaryEffects effects : effects(design, x -> (x[0] - 0.5) * (x[1] - 0.5)).effects()) {
      assertThat(effects.mu()).isCloseTo(0, within(0.025));
      assertThat(effects.muStar()).isCloseTo(1 / 3.0, within(0.012));
      assertThat(effects.sigma()).isCloseTo(Math.sqrt(5) / 6, within(0.01));
      assertThat(effects.muStarLow()).isLessThan(1 / 3.0);
      assertThat(effects.muStarHigh()).isGreaterThan(1 / 3.0);
      double standardError = 1 / 6.0 / Math.sqrt(4000);
      assertThat(effects.muStarHigh() - effects.muStarLow())
          .isCloseTo(2 * 1.96 * standardError, within(0.15 * 4 * standardError));
    }
  }

  @Test
  void effects_areSummarisedAsWrittenOnPaper() {
    MorrisDesign design = new MorrisDesign(2, 1, 2, STREAMS);
    double[] outputs = {0, 0, 0, 0};
    outputs[design.point(0)[0] == 0 ? 1 : 0] = 3;
    outputs[design.point(2)[0] == 0 ? 3 : 2] = -1;
    ElementaryEffects effects = design.effects(List.of("x"), outputs, BOOTSTRAP).effects().get(0);
    assertThat(effects).isEqualTo(new ElementaryEffects("x", 1, 2, 1, 3, 2 * Math.sqrt(2)));
  }

  @Test
  void trajectoriesWithAFailedRun_areLeftOut() {
    MorrisDesign design = new MorrisDesign(10, 3, 4, STREAMS);
    double[] outputs = Functions.outputs(design, Functions.linear(0, 1, 2, 3));
    outputs[5] = Double.NaN;
    outputs[39] = Double.POSITIVE_INFINITY;
    MorrisResult result = design.effects(names(3), outputs, BOOTSTRAP);
    assertThat(result.trajectories()).isEqualTo(8);
    assertThat(result.dropped()).isEqualTo(2);
    assertThat(result.effects().get(2).mu()).isCloseTo(3, within(1e-12));
  }

  @Test
  void oneTrajectory_hasNoSpread_andNoneHasNothing() {
    MorrisDesign design = new MorrisDesign(1, 2, 4, STREAMS);
    ElementaryEffects one = effects(design, Functions.linear(0, 1, 2)).effects().get(1);
    assertThat(one.mu()).isCloseTo(2, within(1e-12));
    assertThat(List.of(one.sigma(), one.muStarLow(), one.muStarHigh())).containsOnly(Double.NaN);
    MorrisResult none = effects(design, x -> Double.NaN);
    assertThat(none.trajectories()).isZero();
    assertThat(none.effects().get(0).mu()).isNaN();
    assertThat(none.effects().get(0).muStar()).isNaN();
  }

  @Test
  void effects_areTheSameForTheSameSeed() {
    MorrisDesign design = new MorrisDesign(20, 3, 4, STREAMS);
    assertThat(effects(design, Functions::ishigami))
        .isEqualTo(effects(design, Functions::ishigami));
  }

  @Test
  void mistakes_areRefused() {
    assertThatThrownBy(() -> new MorrisDesign(10, 2, 5, STREAMS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("levels must be even and at least 2, not 5");
    assertThatThrownBy(() -> new MorrisDesign(0, 2, 4, STREAMS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trajectories must be at least 1, not 0");
    assertThatThrownBy(() -> new MorrisDesign(Integer.MAX_VALUE, 2, 4, STREAMS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many");
    MorrisDesign design = new MorrisDesign(10, 2, 4, STREAMS);
    assertThatThrownBy(() -> design.point(30)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> design.effects(names(2), new double[29], BOOTSTRAP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("29 outputs for 30 points");
    assertThatThrownBy(() -> design.effects(names(3), new double[30], BOOTSTRAP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 names for 2 factors");
    assertThatThrownBy(() -> new Bootstrap(0, 0.95, STREAMS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bootstrap(10, 1, STREAMS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MorrisResult effects(MorrisDesign design, ToDoubleFunction<double[]> function) {
    return design.effects(names(design.factors()), Functions.outputs(design, function), BOOTSTRAP);
  }

  private static List<String> names(int factors) {
    return IntStream.rangeClosed(1, factors).mapToObj(k -> "x" + k).toList();
  }
}
