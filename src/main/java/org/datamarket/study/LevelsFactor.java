package org.datamarket.study;

import java.util.List;

/**
 * A factor with a list of levels.
 *
 * @param levels at least one
 */
public record LevelsFactor(String name, List<Setting> levels) implements Factor {
  /** Copies the list. */
  public LevelsFactor {
    levels = List.copyOf(levels);
  }

  @Override
  public Setting at(double place) {
    return levels.get(Math.min(levels.size() - 1, (int) (place * levels.size())));
  }

  @Override
  public Setting across(double share) {
    return levels.get((int) Math.rint(share * (levels.size() - 1)));
  }

  @Override
  public List<Setting> samples() {
    return levels;
  }
}
