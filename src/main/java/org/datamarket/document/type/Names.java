package org.datamarket.document.type;

import java.util.Locale;

/** Keys and names of files, from the names that the code has for them. */
public final class Names {
  private Names() {}

  /** The key of a record component: {@code marginal-at-zero} for {@code marginalAtZero}. */
  public static String key(String component) {
    return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The name of a constant: {@code lazar-semret} for {@code LAZAR_SEMRET}. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
