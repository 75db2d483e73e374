package org.datamarket.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.random.RandomStreams;
import org.junit.jupiter.api.Test;

class UnitDesignTest {
  private static final RandomStreams STREAMS = new RandomStreams(1);
  private static final List<UnitDesign> ALL =
      List.of(new RandomDesign(), new LatinHypercube(), new SobolSequence());

  @Test
  void everyDesign_hasPointsOfTheSizeAskedForWithinTheCube() {
    for (UnitDesign design : ALL) {
      double[][] points = design.points(333, 7, STREAMS);
      assertThat(points).hasDimensions(333, 7);
      assertThat(Arrays.stream(points).flatMapToDouble(Arrays::stream))
          .allMatch(x -> x >= 0 && x < 1);
    }
  }

  @Test
  void everyDesign_isTheSameForTheSameSeed() {
    for (UnitDesign design : ALL) {
      assertThat(design.points(50, 4, new RandomStreams(9)))
          .isDeepEqualTo(design.points(50, 4, new RandomStreams(9)));
    }
  }

  @Test
  void chance_dependsOnTheSeed() {
    for (UnitDesign design : List.of(new RandomDesign(), new LatinHypercube())) {
      double[][] one = design.points(50, 4, new RandomStreams(1));
      double[][] other = design.points(50, 4, new RandomStreams(2));
      for (int column = 0; column < 4; column++) {
        assertThat(column(one, column)).isNotEqualTo(column(other, column));
      }
    }
  }

  @Test
  void everyDesign_keepsItsColumnsWhenAFactorIsAdded() {
    for (UnitDesign design : ALL) {
      double[][] few = design.points(50, 3, STREAMS);
      double[][] more = design.points(50, 5, STREAMS);
      for (int row = 0; row < 50; row++) {
        assertThat(Arrays.copyOf(more[row], 3)).isEqualTo(few[row]);
      }
    }
  }

  @Test
  void randomAndSobol_keepTheirFirstPointsWhenTheyGrow() {
    for (UnitDesign design : List.of(new RandomDesign(), new SobolSequence())) {
      double[][] large = design.points(500, 6, STREAMS);
      for (int count : new int[] {1, 2, 63, 64, 499}) {
        assertThat(Arrays.copyOf(large, count)).isDeepEqualTo(design.points(count, 6, STREAMS));
      }
    }
  }

  @Test
  void random_isUniformAndItsColumnsAreUncorrelated() {
    int count = 10_000;
    double[][] points = new RandomDesign().points(count, 2, STREAMS);
    double[] x = column(points, 0);
    double[] y = column(points, 1);
    double product =
        IntStream.range(0, count).mapToDouble(k -> 12 * (x[k] - 0.5) * (y[k] - 0.5)).sum();
    assertThat(Math.abs(product / count)).isLessThan(4 / Math.sqrt(count));
    for (double[] column : List.of(x, y)) {
      for (int tenth = 0; tenth < 10; tenth++) {
        assertThat(inside(column, tenth / 10.0, (tenth + 1) / 10.0)).isBetween(880L, 1120L);
      }
    }
  }

  @Test
  void latinHypercube_hasOnePointInEveryStratumOfEveryColumn() {
    for (int count : new int[] {1, 2, 3, 7, 10, 49, 100, 333, 1000, 4096}) {
      for (int dimensions : new int[] {1, 2, 5, 20}) {
        RandomStreams streams = new RandomStreams(count);
        double[][] points = new LatinHypercube().points(count, dimensions, streams);
        for (int column = 0; column < dimensions; column++) {
          double[] sorted = Arrays.stream(column(points, column)).sorted().toArray();
          for (int stratum = 0; stratum < count; stratum++) {
            assertThat(sorted[stratum])
                .isGreaterThanOrEqualTo(stratum / (double) count)
                .isLessThan((stratum + 1) / (double) count);
          }
        }
      }
    }
  }

  @Test
  void latinHypercube_pairsStrataAndPlacesPointsAtRandom() {
    int count = 2000;
    double[][] points = new LatinHypercube().points(count, 2, STREAMS);
    double correlation = 0;
    int[] quarters = new int[4];
    for (double[] point : points) {
      correlation += 12 * (point[0] - 0.5) * (point[1] - 0.5) / count;
      quarters[(int) (4 * (point[0] * count - Math.floor(point[0] * count)))]++;
    }
    assertThat(Math.abs(correlation)).isLessThan(4 / Math.sqrt(count));
    assertThat(Arrays.stream(quarters)).allMatch(places -> Math.abs(places - count / 4) < 80);
  }

  /** Bratley &amp; Fox 1988; Joe &amp; Kuo 2008 give the same first points in three dimensions. */
  @Test
  void sobol_startsWithThePublishedPoints() {
    assertThat(new SobolSequence().points(7, 3, STREAMS))
        .isDeepEqualTo(
            new double[][] {
              {0.5, 0.5, 0.5},
              {0.75, 0.25, 0.25},
              {0.25, 0.75, 0.75},
              {0.375, 0.375, 0.625},
              {0.875, 0.875, 0.125},
              {0.625, 0.125, 0.875},
              {0.125, 0.625, 0.375}
            });
  }

  @Test
  void sobol_withTheOriginHasOnePointInEveryStratumOfEveryColumn() {
    int dimensions = SobolSequence.MOST_DIMENSIONS;
    for (int count : new int[] {2, 16, 256}) {
      double[][] points = new SobolSequence().points(count - 1, dimensions, STREAMS);
      double[] middles = IntStream.range(1, count).mapToDouble(s -> s / (double) count).toArray();
      for (int column = 0; column < dimensions; column++) {
        assertThat(Arrays.stream(column(points, column)).sorted().toArray()).isEqualTo(middles);
      }
    }
  }

  /** Of 2ᵐ points, the first two coordinates have one in every box of 2⁻ᵃ by 2⁻⁽ᵐ⁻ᵃ⁾. */
  @Test
  void sobol_withTheOriginIsBalancedInTheFirstTwoDimensions() {
    int count = 256;
    double[][] points = new SobolSequence().points(count - 1, 2, STREAMS);
    for (int wide = 1; wide <= count; wide *= 2) {
      int[] boxes = new int[count];
      boxes[0]++;
      int high = count / wide;
      for (double[] point : points) {
        boxes[(int) (point[0] * wide) * high + (int) (point[1] * high)]++;
      }
      assertThat(boxes).containsOnly(1);
    }
  }

  @Test
  void impossibleSizes_areRefused() {
    for (UnitDesign design : ALL) {
      assertThatThrownBy(() -> design.points(0, 2, STREAMS))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a design needs at least 1 point, not 0");
      assertThatThrownBy(() -> design.points(5, 0, STREAMS))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a design needs at least 1 factor, not 0");
    }
    assertThatThrownBy(() -> new SobolSequence().points(5, 1001, STREAMS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a Sobol sequence has at most 1000 dimensions, not 1001");
  }

  private static double[] column(double[][] points, int column) {
    return Arrays.stream(points).mapToDouble(point -> point[column]).toArray();
  }

  private static long inside(double[] values, double from, double to) {
    return Arrays.stream(values).filter(value -> value >= from && value < to).count();
  }
}
