package org.datamarket.study.design;

import java.util.List;

/**
 * Every combination of the factors' levels, the last factor changing fastest.
 *
 * @param levels how many levels each factor has
 */
public record FullGrid(List<Integer> levels) implements LevelDesign {
  /**
   * Checks the levels.
   *
   * @throws IllegalArgumentException if a factor has no level or there are 2⁶³ combinations or more
   */
  public FullGrid {
    levels = Levels.checked(levels);
    try {
      product(levels);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a grid of " + levels + " levels has too many points", e);
    }
  }

  @Override
  public long size() {
    return product(levels);
  }

  @Override
  public int[] point(long place) {
    Levels.checkPlace(place, size());
    int[] point = new int[levels.size()];
    long rest = place;
    for (int factor = point.length - 1; factor >= 0; factor--) {
      point[factor] = (int) (rest % levels.get(factor));
      rest /= levels.get(factor);
    }
    return point;
  }

  private static long product(List<Integer> levels) {
    return levels.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
