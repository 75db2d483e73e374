package org.datamarket.study.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.design.UnitDesign;

/**
 * The radial design for first-order and total Sobol indices (Saltelli et al. 2010). A sample of n
 * points in 2k dimensions is cut into A, its first k columns, and B, its last k. Each row makes a
 * block of k+2 points: the row of A, the row of B, and for each factor i the row of A with its
 * coordinate i taken from B, called ABᵢ.
 *
 * <p>With a sample that keeps its first points as it grows, such as a Sobol sequence, so does the
 * design. The first point of that sequence is the centre, where A and B are one: all points of the
 * first block are the same and say nothing but the output there. It is no use to leave it out: 2ᵐ −
 * 1 points are balanced with it, not without it, and with 511 blocks the indices of the g-function
 * are then 30 % further off, those of a linear function several times as far, those of Ishigami's
 * as far as before (511 and 1023 blocks) or further (4095).
 */
public final class SaltelliDesign implements SensitivityDesign {
  private final double[][] sample;
  private final int factors;

  /**
   * Draws the sample.
   *
   * @param blocks how many rows A and B have, at least 1; a few hundred to some thousands is usual,
   *     a power of 2 or one less with a Sobol sequence
   * @param factors at least 1
   * @param base how the points of 2k dimensions are spread: a Sobol sequence or at random
   * @throws IllegalArgumentException if there are too few or too many points or factors
   */
  public SaltelliDesign(int blocks, int factors, UnitDesign base, RandomStreams streams) {
    Checks.atLeast(1, blocks, "blocks");
    Checks.atLeast(1, factors, "factors");
    Checks.size(blocks, factors + 2L);
    this.factors = factors;
    sample = base.points(blocks, 2 * factors, streams);
  }

  /** How many blocks there are. */
  public int blocks() {
    return sample.length;
  }

  @Override
  public int factors() {
    return factors;
  }

  /** The points of one block after another: A, B, AB₁, …, ABₖ. */
  @Override
  public int size() {
    return blocks() * (factors + 2);
  }

  @Override
  public double[] point(int place) {
    Checks.place(place, size());
    double[] row = sample[place / (factors + 2)];
    int kind = place % (factors + 2);
    if (kind == 1) {
      return Arrays.copyOfRange(row, factors, 2 * factors);
    }
    double[] point = Arrays.copyOf(row, factors);
    if (kind > 1) {
      point[kind - 2] = row[factors + kind - 2];
    }
    return point;
  }

  /**
   * The factors' shares of an output's variance. A block with an output that is not finite (a
   * failed run) is left out as a whole.
   *
   * <p>The bootstrap takes blocks as independent. Points of a Sobol sequence are spread more evenly
   * than that, so their intervals are rather too wide than too narrow.
   *
   * @param names of the factors, in order
   * @param outputs one for each point, in order
   * @param bootstrap for the intervals; it draws whole blocks
   * @throws IllegalArgumentException if there are more or fewer names or outputs than the design
   *     has factors or points
   */
  public SobolResult indices(List<String> names, double[] outputs, Bootstrap bootstrap) {
    Checks.fit(this, names, outputs);
    double[][] usable =
        IntStream.range(0, blocks())
            .mapToObj(block -> block(outputs, block))
            .filter(block -> Arrays.stream(block).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    SobolEstimator estimator = new SobolEstimator(usable, factors);
    SobolEstimator.Estimate all = estimator.estimate(IntStream.range(0, usable.length).toArray());
    List<Interval> intervals =
        bootstrap.intervals(
            usable.length, 2 * factors, places -> estimator.estimate(places).indices());
    List<SobolIndex> results = new ArrayList<>();
    for (int factor = 0; factor < factors; factor++) {
      Interval first = intervals.get(factor);
      Interval total = intervals.get(factors + factor);
      results.add(
          new SobolIndex(
              names.get(factor),
              all.indices()[factor],
              first.low(),
              first.high(),
              all.indices()[factors + factor],
              total.low(),
              total.high()));
    }
    return new SobolResult(
        results, all.mean(), all.variance(), usable.length, blocks() - usable.length);
  }

  private double[] block(double[] outputs, int block) {
    return Arrays.copyOfRange(outputs, block * (factors + 2), (block + 1) * (factors + 2));
  }
}
