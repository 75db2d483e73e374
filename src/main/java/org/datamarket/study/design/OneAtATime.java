package org.datamarket.study.design;

import java.util.List;

/**
 * One factor at a time: first the base, where every factor is at its first level, then for each
 * factor in turn each of its other levels, all other factors staying at the base.
 *
 * @param levels how many levels each factor has
 */
public record OneAtATime(List<Integer> levels) implements LevelDesign {
  /**
   * Checks the levels.
   *
   * @throws IllegalArgumentException if a factor has no level
   */
  public OneAtATime {
    levels = Levels.checked(levels);
  }

  @Override
  public long size() {
    return 1 + levels.stream().mapToLong(count -> count - 1).sum();
  }

  @Override
  public int[] point(long place) {
    Levels.checkPlace(place, size());
    int[] point = new int[levels.size()];
    long rest = place;
    for (int factor = 0; factor < point.length && rest > 0; factor++) {
      int others = levels.get(factor) - 1;
      point[factor] = rest <= others ? (int) rest : 0;
      rest -= others;
    }
    return point;
  }
}
