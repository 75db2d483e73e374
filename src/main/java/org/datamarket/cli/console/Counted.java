package org.datamarket.cli.console;

/** A number of things in words. */
public final class Counted {
  private Counted() {}

  /** For instance {@code 1 run}, or {@code 3 runs}. */
  public static String of(long count, String noun) {
    return "%s %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
