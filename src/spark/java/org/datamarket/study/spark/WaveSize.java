package org.datamarket.study.spark;

/** How many runs are given to Spark together, from how long runs take. */
final class WaveSize {
  private static final double WEIGHT = 0.05;

  private final double seconds;
  private final int mostRuns;
  private final int mostWaves;
  private double mean = Double.NaN;

  /**
   * @param seconds how long a wave is to keep the cluster busy
   * @param mostRuns the most runs in a wave
   * @param mostWaves the most waves at a time
   */
  WaveSize(double seconds, int mostRuns, int mostWaves) {
    this.seconds = seconds;
    this.mostRuns = mostRuns;
    this.mostWaves = mostWaves;
  }

  /** Takes note of how long a run took, in seconds. */
  void took(double run) {
    mean = Double.isNaN(mean) ? run : mean + WEIGHT * (run - mean);
  }

  /**
   * The number of runs in a wave. As long as nothing is known it is as small as it can be; where runs
   * are long a wave is a single run, whose outcome waits for no other.
   */
  int runs(int cores) {
    int least = Math.max(1, 3 * cores / mostWaves); // enough for all cores, and more in reserve
    double wanted = Double.isNaN(mean) ? least : cores * seconds / Math.max(mean, 1e-6);
    return (int) Math.max(least, Math.min(mostRuns, Math.rint(wanted)));
  }
}
