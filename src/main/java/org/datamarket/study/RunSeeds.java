package org.datamarket.study;

import java.util.List;
import java.util.stream.IntStream;
import org.datamarket.random.RandomStreams;

/**
 * The seed of every run of a study: a hash of the study's seed, the run's own point and its
 * replication, and of nothing else. Adding points, factor levels or replications to a study leaves
 * the seeds of all other runs as they were.
 *
 * <p>Replications of one point never share a seed, nor do the runs of one point and replication in
 * two studies of different seeds: each step is a bijection (SplitMix64's finaliser; Steele, Lea
 * &amp; Flood 2014) of what is new in it. Runs of different points meet with the chance of 64-bit
 * hashes: 3e-8 that any two of a million do.
 */
public final class RunSeeds {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private RunSeeds() {}

  /** A seed and others derived from it: so many in all, at least 1. */
  public static List<Long> from(long first, int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(k -> k == 1 ? first : seed(first, "", k))
        .toList();
  }

  /**
   * The seed of one run.
   *
   * @param study the study's seed, any 64-bit number
   * @param point the point's canonical text, without the factors across which random numbers are
   *     common
   * @param replication from 1
   */
  public static long seed(long study, String point, int replication) {
    long hash = RandomStreams.mix(study + GOLDEN_GAMMA);
    long ofPoint = RandomStreams.mix(RandomStreams.hash(point) + 2 * GOLDEN_GAMMA);
    hash = RandomStreams.mix(hash ^ ofPoint);
    return RandomStreams.mix(hash ^ RandomStreams.mix(replication + 3 * GOLDEN_GAMMA));
  }
}
