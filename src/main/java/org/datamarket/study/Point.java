package org.datamarket.study;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A point of a study: every factor at one level.
 *
 * @param number its place in the design, from 1
 * @param settings in the order of the study's factors
 */
public record Point(int number, List<Setting> settings) {
  /** Copies the list. */
  public Point {
    settings = List.copyOf(settings);
  }

  /** The levels, in the order of the study's factors. */
  public List<String> levels() {
    return settings.stream().map(Setting::level).toList();
  }

  /** All that the point sets in the model, in order. */
  public List<String> overrides() {
    return settings.stream().flatMap(setting -> setting.overrides().stream()).toList();
  }

  /**
   * The point as a text that depends on its settings alone, neither on their order nor on the rest
   * of the design.
   *
   * @param without factors that are left out
   */
  public String canonical(Collection<String> without) {
    return settings.stream()
        .filter(setting -> !without.contains(setting.factor()))
        .map(setting -> setting.factor() + "=" + setting.level())
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
