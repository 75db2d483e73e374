package org.datamarket.mechanism.routes;

/**
 * A symmetric positive definite matrix, most of whose entries may be 0, as L Lᵀ: what is 0 is
 * passed over. Rows with few entries should come first.
 */
final class SparseCholesky {
  private final double[][] lower;

  /**
   * Factors a matrix.
   *
   * @param matrix its lower half is read, and becomes L
   */
  SparseCholesky(double[][] matrix) {
    lower = matrix;
    int[] rows = new int[matrix.length];
    for (int k = 0; k < matrix.length; k++) {
      double root = Math.sqrt(matrix[k][k]);
      matrix[k][k] = root;
      int count = 0;
      for (int i = k + 1; i < matrix.length; i++) {
        if (matrix[i][k] != 0) {
          matrix[i][k] /= root;
          rows[count++] = i;
        }
      }
      for (int a = 0; a < count; a++) {
        double[] row = matrix[rows[a]];
        for (int b = 0; b <= a; b++) {
          row[rows[b]] -= row[k] * matrix[rows[b]][k];
        }
      }
    }
  }

  /** The y with L Lᵀ y = b. */
  double[] solve(double[] right) {
    double[] y = right.clone();
    for (int i = 0; i < y.length; i++) {
      for (int k = 0; k < i; k++) {
        y[i] -= lower[i][k] * y[k];
      }
      y[i] /= lower[i][i];
    }
    for (int i = y.length - 1; i >= 0; i--) {
      y[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        y[k] -= lower[i][k] * y[i];
      }
    }
    return y;
  }
}
