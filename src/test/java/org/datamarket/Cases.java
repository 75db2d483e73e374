package org.datamarket;

/**
 * How many random cases a test goes through: all it asks for, or the share of them that the system
 * property {@code datamarket.cases} gives, as mutation tests do, which run every test many times.
 */
public final class Cases {
  private static final double SHARE =
      Double.parseDouble(System.getProperty("datamarket.cases", "1"));

  private Cases() {}

  /** The number of cases for a test that asks for so many. */
  public static int of(int all) {
    return (int) Math.ceil(all * SHARE);
  }
}
