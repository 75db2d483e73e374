package org.datamarket.study.design;

/** Checks of how large a design may be. */
final class Sizes {
  private Sizes() {}

  static void check(int points, int dimensions) {
    if (points < 1) {
      throw new IllegalArgumentException("a design needs at least 1 point, not " + points);
    }
    if (dimensions < 1) {
      throw new IllegalArgumentException("a design needs at least 1 factor, not " + dimensions);
    }
  }
}
