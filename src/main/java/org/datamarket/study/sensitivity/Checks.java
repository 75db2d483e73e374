package org.datamarket.study.sensitivity;

import java.util.List;

/** Checks that names and outputs fit a design. */
final class Checks {
  private Checks() {}

  static void fit(SensitivityDesign design, List<String> names, double[] outputs) {
    if (names.size() != design.factors()) {
      throw new IllegalArgumentException(
          names.size() + " names for " + design.factors() + " factors");
    }
    if (outputs.length != design.size()) {
      throw new IllegalArgumentException(
          outputs.length + " outputs for " + design.size() + " points");
    }
  }

  static void atLeast(int least, int value, String what) {
    if (value < least) {
      throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value);
    }
  }

  static void size(int groups, long pointsEach) {
    if (groups * pointsEach > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          groups + " times " + pointsEach + " points are too many: " + groups * pointsEach);
    }
  }

  static void place(int place, int size) {
    if (place < 0 || place >= size) {
      throw new IndexOutOfBoundsException("no point " + place + " in a design of " + size);
    }
  }
}
