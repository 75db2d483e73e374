package org.datamarket.study.sensitivity;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.datamarket.random.RandomStreams;

/**
 * Percentile bootstrap intervals (Efron &amp; Tibshirani 1993, ch. 13): the units of a sample are
 * drawn again with replacement, many times, and an interval holds the middle share of what a
 * statistic then comes to. The draws are the stream {@code bootstrap}, the same for every
 * statistic.
 *
 * @param resamples how often the sample is drawn again, at least 1
 * @param confidence the share of the draws inside an interval, between 0 and 1
 * @param streams where chance comes from
 */
public record Bootstrap(int resamples, double confidence, RandomStreams streams) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("a bootstrap needs at least 1 resample, not " + resamples);
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and below 1, not " + confidence);
    }
  }

  /** A thousand resamples, 95 % confidence. */
  public static Bootstrap standard(RandomStreams streams) {
    return new Bootstrap(1000, 0.95, streams);
  }

  /**
   * The intervals of several statistics of one sample.
   *
   * @param size how many units the sample has
   * @param count how many statistics
   * @param statistics of the units at the given places, from 0; a NaN counts as no value
   * @return NaN for a sample of less than two units, from which no spread can be learnt, and for a
   *     statistic that never had a value
   */
  List<Interval> intervals(int size, int count, Function<int[], double[]> statistics) {
    if (size < 2) {
      return IntStream.range(0, count).mapToObj(k -> new Interval(Double.NaN, Double.NaN)).toList();
    }
    double[][] values = new double[count][resamples];
    RandomGenerator random = streams.stream("bootstrap");
    int[] places = new int[size];
    for (int draw = 0; draw < resamples; draw++) {
      Arrays.setAll(places, k -> random.nextInt(size));
      double[] drawn = statistics.apply(places);
      for (int k = 0; k < count; k++) {
        values[k][draw] = drawn[k];
      }
    }
    return Arrays.stream(values).map(this::middle).toList();
  }

  private Interval middle(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (known.length == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(known);
    double tail = 50 * (1 - confidence);
    return new Interval(percentile.evaluate(tail), percentile.evaluate(100 - tail));
  }
}
