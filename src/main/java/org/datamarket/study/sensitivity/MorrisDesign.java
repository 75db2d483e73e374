package org.datamarket.study.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.StatUtils;
import org.datamarket.random.RandomStreams;
import org.datamarket.study.design.UnitDesign;

/**
 * Trajectories through the unit hypercube for elementary effects (Morris 1991). Each of the k
 * coordinates takes the p levels 0, 1/(p−1), …, 1. A trajectory starts at a random point of these
 * and changes each coordinate once, in random order, by Δ = p/(2(p−1)), upwards from the lower half
 * of the levels and downwards from the upper half: k+1 points and an effect for each factor.
 *
 * <p>A design with more trajectories starts with those of the smaller one. The levels of a factor
 * are drawn from its own stream, and so are the keys that order the factors; thus a factor added at
 * the end leaves starts and relative order of the others as they were.
 */
public final class MorrisDesign implements SensitivityDesign {
  private final int levels;
  private final int[][] starts;
  private final int[][] orders;

  /**
   * Draws the trajectories.
   *
   * @param trajectories how many, at least 1; 10 to 50 is usual
   * @param factors at least 1
   * @param levels how many levels each coordinate takes, even, at least 2; 4 is usual
   * @throws IllegalArgumentException if a number is outside its range or there are too many points
   */
  public MorrisDesign(int trajectories, int factors, int levels, RandomStreams streams) {
    Checks.atLeast(1, trajectories, "trajectories");
    Checks.atLeast(1, factors, "factors");
    if (levels < 2 || levels % 2 != 0) {
      throw new IllegalArgumentException("levels must be even and at least 2, not " + levels);
    }
    Checks.size(trajectories, factors + 1L);
    this.levels = levels;
    starts = new int[trajectories][factors];
    double[][] keys = new double[trajectories][factors];
    for (int factor = 0; factor < factors; factor++) {
      RandomGenerator random = UnitDesign.column(streams, factor);
      for (int trajectory = 0; trajectory < trajectories; trajectory++) {
        starts[trajectory][factor] = random.nextInt(levels);
        keys[trajectory][factor] = random.nextDouble();
      }
    }
    orders = Arrays.stream(keys).map(MorrisDesign::ascending).toArray(int[][]::new);
  }

  private static int[] ascending(double[] keys) {
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingDouble(factor -> keys[factor]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** How many trajectories there are. */
  public int trajectories() {
    return starts.length;
  }

  @Override
  public int factors() {
    return starts[0].length;
  }

  /** The points of one trajectory after another. */
  @Override
  public int size() {
    return trajectories() * (factors() + 1);
  }

  @Override
  public double[] point(int place) {
    Checks.place(place, size());
    int[] start = starts[place / (factors() + 1)];
    int[] order = orders[place / (factors() + 1)];
    int[] at = start.clone();
    for (int step = 0; step < place % (factors() + 1); step++) {
      at[order[step]] += stride(start[order[step]]);
    }
    return Arrays.stream(at).mapToDouble(level -> level / (levels - 1.0)).toArray();
  }

  /** By how many levels a coordinate changes: Δ, signed. */
  private int stride(int start) {
    return start < levels / 2 ? levels / 2 : -levels / 2;
  }

  /**
   * The effects of the factors on an output. A trajectory with an output that is not finite (a
   * failed run) is left out.
   *
   * @param names of the factors, in order
   * @param outputs one for each point, in order
   * @param bootstrap for the intervals; it draws whole trajectories
   * @throws IllegalArgumentException if there are more or fewer names or outputs than the design
   *     has factors or points
   */
  public MorrisResult effects(List<String> names, double[] outputs, Bootstrap bootstrap) {
    Checks.fit(this, names, outputs);
    double[][] effects =
        IntStream.range(0, trajectories())
            .mapToObj(trajectory -> effects(trajectory, outputs))
            .filter(ofTrajectory -> Arrays.stream(ofTrajectory).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    List<Interval> intervals =
        bootstrap.intervals(effects.length, factors(), places -> muStars(effects, places));
    List<ElementaryEffects> results = new ArrayList<>();
    for (int factor = 0; factor < factors(); factor++) {
      results.add(summary(names.get(factor), column(effects, factor), intervals.get(factor)));
    }
    return new MorrisResult(results, effects.length, trajectories() - effects.length);
  }

  /** The effect of each factor along one trajectory: (y(x + Δeᵢ) − y(x)) / Δ. */
  private double[] effects(int trajectory, double[] outputs) {
    double[] effects = new double[factors()];
    int first = trajectory * (factors() + 1);
    for (int step = 0; step < factors(); step++) {
      int factor = orders[trajectory][step];
      double change = stride(starts[trajectory][factor]) / (levels - 1.0);
      effects[factor] = (outputs[first + step + 1] - outputs[first + step]) / change;
    }
    return effects;
  }

  private double[] muStars(double[][] effects, int[] places) {
    double[] sums = new double[factors()];
    for (int place : places) {
      for (int factor = 0; factor < sums.length; factor++) {
        sums[factor] += Math.abs(effects[place][factor]);
      }
    }
    return Arrays.stream(sums).map(sum -> sum / places.length).toArray();
  }

  private static double[] column(double[][] effects, int factor) {
    return Arrays.stream(effects).mapToDouble(ofTrajectory -> ofTrajectory[factor]).toArray();
  }

  private static ElementaryEffects summary(String factor, double[] effects, Interval interval) {
    return new ElementaryEffects(
        factor,
        StatUtils.mean(effects),
        StatUtils.mean(Arrays.stream(effects).map(Math::abs).toArray()),
        interval.low(),
        interval.high(),
        effects.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(effects)));
  }
}
