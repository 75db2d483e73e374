package org.datamarket.model.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The wording that messages share. */
public final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /** The text on one line: line breaks and tabs become spaces, and what is hidden {@link Visible}. */
  public static String oneLine(String text) {
    return Visible.of(text.replaceAll("[\\t\\x0a-\\x0d\\x85\\u2028\\u2029]+", " ").strip());
  }

  /** The text on one line, and not too long of it. */
  public static String shortened(String text) {
    String line = oneLine(text);
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** The text in quotes, shortened. */
  public static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** A list in words: {@code a}, {@code a or b}, {@code a, b or c}. */
  public static String oneOf(Collection<String> names) {
    return joined(names, " or ");
  }

  /** A list in words: {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String allOf(Collection<String> names) {
    return joined(names, " and ");
  }

  private static String joined(Collection<String> names, String lastly) {
    List<String> list = List.copyOf(names);
    int last = list.size() - 1;
    return last < 1
        ? String.join("", list)
        : String.join(", ", list.subList(0, last)) + lastly + list.get(last);
  }

  /** {@code ; did you mean "…"?}, when one of the names is near enough; otherwise nothing. */
  public static String didYouMean(String given, Collection<String> names) {
    Optional<String> nearest = Nearest.of(given, names);
    return nearest.map(name -> "; did you mean " + quoted(name) + "?").orElse("");
  }
}
