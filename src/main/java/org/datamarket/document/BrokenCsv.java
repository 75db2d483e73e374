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
}
