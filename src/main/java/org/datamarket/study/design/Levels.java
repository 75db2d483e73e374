package org.datamarket.study.design;

import java.util.List;

/** Checks of the numbers of levels that factors have. */
final class Levels {
  private Levels() {}

  static List<Integer> checked(List<Integer> levels) {
    for (int count : levels) {
      if (count < 1) {
        throw new IllegalArgumentException("a factor needs at least 1 level, not " + count);
      }
    }
    return List.copyOf(levels);
  }

  static void checkPlace(long place, long size) {
    if (place < 0 || place >= size) {
      throw new IndexOutOfBoundsException("no point " + place + " in a design of " + size);
    }
  }
}
