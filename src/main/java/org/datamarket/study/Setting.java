package org.datamarket.study;

import java.util.List;

/**
 * A factor at one of its levels.
 *
 * @param factor the factor's name: the heading of its column
 * @param level the level as the tables show it: a number in shortest round-trip form, a word, or
 *     YAML
 * @param overrides what it sets in the model, each {@code path=value}
 */
public record Setting(String factor, String level, List<String> overrides) {
  /** Copies the list. */
  public Setting {
    overrides = List.copyOf(overrides);
  }
}
