package org.datamarket.mechanism;

/** Checks of parameters that name the parameter and its value. */
final class Ranges {
  private Ranges() {}

  static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("%s must be from 0 to 1, not %s".formatted(name, value));
    }
  }
}
