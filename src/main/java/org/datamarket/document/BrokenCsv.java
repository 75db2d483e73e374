package org.datamarket.document;

import java.util.Optional;

/** Why a text is no CSV. */
public final class BrokenCsv {
  private BrokenCsv() {}

  /**
   * What is wrong, without what the parser says of where it stood.
   *
   * @param broken what the parser threw
   */
  public static String reason(RuntimeException broken) {
    return Optional.ofNullable(broken.getCause())
        .map(Throwable::getMessage)
        .orElseGet(() -> String.valueOf(broken.getMessage()));
  }

  /**
   * What is wrong with a text, and where.
   *
   * @param line the line in which the last good record begins; 0 if there was none
   */
  public static String after(long line, RuntimeException broken) {
    return line == 0
        ? "is not valid CSV: %s".formatted(reason(broken))
        : "is not valid CSV after line %s: %s".formatted(line, reason(broken));
  }
}
