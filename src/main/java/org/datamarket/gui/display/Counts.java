package org.datamarket.gui.display;

import java.util.Locale;

/** Numbers of things, in words. */
final class Counts {
  private Counts() {}

  /** A number, with commas. */
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things, in the plural but for one. */
  static String of(long number, String noun) {
    return "%s %s%s".formatted(of(number), noun, number == 1 ? "" : "s");
  }
}
