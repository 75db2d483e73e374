package org.datamarket.output;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as the files have them. */
public final class NumberText {
  private NumberText() {}

  /**
   * The shortest decimal number that reads back as this one, whatever the locale and whichever the
   * Java: {@code Double.toString} does so from Java 19 on only. Zero has no sign.
   */
  public static String text(double value) {
    return NumberOutput.toString(value + 0.0, true);
  }
}
