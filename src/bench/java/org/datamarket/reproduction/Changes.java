package org.datamarket.reproduction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The last section of the page: which of its lines are others than when it was last made. */
final class Changes {
  private static final String HEADING = "\n## What moved, and why\n";

  private Changes() {}

  /**
   * The page with that section: the one it had, if nothing else has changed; or each line that went and
   * each that came, for somebody to say why.
   *
   * @param page all other sections
   * @param before the page that it replaces, or an empty text
   */
  static String added(String page, String before) {
    int end = before.indexOf(HEADING);
    String old = end < 0 ? before : before.substring(0, end);
    if (old.equals(page)) {
      return end < 0 ? page : before;
    }
    return page + HEADING + list("Before", old, page) + list("Now", page, old);
  }

  private static String list(String title, String page, String other) {
    Set<String> known = other.lines().collect(Collectors.toSet());
    List<String> lines = page.lines().filter(line -> !known.contains(line)).toList();
    return lines.stream().collect(Collectors.joining("\n    ", "\n" + title + ":\n\n    ", "\n"));
  }
}
