package org.datamarket.study.sensitivity;

import java.util.Arrays;

/**
 * Estimates of Sobol indices from the outputs of blocks A, B, AB₁, …, ABₖ.
 *
 * <p>First order (Saltelli et al. 2010, table 2 (b)): Σ y(B)·(y(ABᵢ) − y(A)) / n / V. Total order
 * (Jansen 1999; Saltelli et al. 2010, table 2 (f)): Σ (y(A) − y(ABᵢ))² / 2n / V. V is the variance
 * of the outputs of A and B together; y(B) counts from their mean, which changes nothing in
 * expectation and makes the first order much less noisy where the mean is large.
 */
final class SobolEstimator {
  private static final int A = 0;
  private static final int B = 1;
  private static final int AB = 2;

  private final double[][] blocks;
  private final int factors;

  /** Takes the outputs of each block, k+2 numbers. */
  SobolEstimator(double[][] blocks, int factors) {
    this.blocks = blocks;
    this.factors = factors;
  }

  /**
   * What some blocks say.
   *
   * @param indices k first-order and then k total indices; NaN if the output does not vary
   */
  record Estimate(double mean, double variance, double[] indices) {}

  /** Estimates from the blocks at some places; a block may count several times. */
  Estimate estimate(int[] places) {
    double mean = mean(places);
    double variance = variance(places, mean);
    double[] indices = new double[2 * factors];
    for (int place : places) {
      add(blocks[place], mean, indices);
    }
    for (int k = 0; k < indices.length; k++) {
      indices[k] = variance > 0 ? indices[k] / places.length / variance : Double.NaN;
    }
    return new Estimate(mean, variance, indices);
  }

  private void add(double[] block, double mean, double[] sums) {
    for (int factor = 0; factor < factors; factor++) {
      double change = block[AB + factor] - block[A];
      sums[factor] += (block[B] - mean) * change;
      sums[factors + factor] += 0.5 * change * change;
    }
  }

  private double mean(int[] places) {
    double sum = 0;
    for (int place : places) {
      sum += blocks[place][A] + blocks[place][B];
    }
    return sum / (2 * places.length);
  }

  /** With 2n in the denominator; exactly 0 if all outputs are the same, whatever rounding does. */
  private double variance(int[] places, double mean) {
    if (places.length == 0) {
      return Double.NaN;
    }
    double any = blocks[places[0]][A];
    if (Arrays.stream(places).allMatch(p -> blocks[p][A] == any && blocks[p][B] == any)) {
      return 0;
    }
    double sum = 0;
    for (int place : places) {
      double a = blocks[place][A] - mean;
      double b = blocks[place][B] - mean;
      sum += a * a + b * b;
    }
    return sum / (2 * places.length);
  }
}
