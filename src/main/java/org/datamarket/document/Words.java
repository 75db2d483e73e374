package org.datamarket.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The wording that messages share. */
public final class Words {
  private static final int LONGEST_ECHO = 60;
  private static final int LONGEST_LINE = 380;
  private static final int LONGEST_LIST = 240;

  private Words() {}

  /**
   * The text on one line: line breaks and tabs become spaces, and what is hidden {@link Visible}.
   */
  public static String oneLine(String text) {
    return Visible.of(text.replaceAll("[\\t\\x0a-\\x0d\\x85\\u2028\\u2029]+", " ").strip());
  }

  /**
   * What someone wrote, as messages repeat it: on one line, and of a long text the beginning and
   * the end. Whatever stands in a file or on the command line passes through here.
   */
  public static String shortened(String text) {
    return within(LONGEST_ECHO, text);
  }

  /** A message on one line that, with the program's name before it, has at most 400 characters. */
  public static String message(String text) {
    return within(LONGEST_LINE, text);
  }

  /**
   * At most so many characters of a text on one line; what is left out of its middle is an
   * ellipsis.
   */
  private static String within(int most, String text) {
    String line = oneLine(endsOf(text));
    if (line.length() <= most) {
      return line;
    }
    int tail = (most - 1) / 3;
    int head = most - 1 - tail;
    int from = line.length() - tail;
    boolean parted = boundary(line, from) < from;
    return line.substring(0, boundary(line, head)) + "…" + line.substring(parted ? from + 1 : from);
  }

  /** Of a text of megabytes only its ends, so that a message costs little. */
  private static String endsOf(String text) {
    int most = 10 * LONGEST_LINE;
    return text.length() <= 2 * most
        ? text
        : text.substring(0, boundary(text, most))
            + text.substring(boundary(text, text.length() - most));
  }

  /** The place itself, or the one before it if it would part a surrogate pair. */
  private static int boundary(String text, int place) {
    return place > 0
            && Character.isHighSurrogate(text.charAt(place - 1))
            && Character.isLowSurrogate(text.charAt(place))
        ? place - 1
        : place;
  }

  /** The text in quotes, shortened. */
  public static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** A list in words: {@code a}, {@code a or b}, {@code a, b or c}; of a long one its ends. */
  public static String oneOf(Collection<String> names) {
    return joined(names, " or ");
  }

  /** A list in words: {@code a}, {@code a and b}, {@code a, b and c}; of a long one its ends. */
  public static String allOf(Collection<String> names) {
    return joined(names, " and ");
  }

  private static String joined(Collection<String> names, String lastly) {
    List<String> list = withoutMiddle(List.copyOf(names));
    int last = list.size() - 1;
    return last < 1
        ? String.join("", list)
        : String.join(", ", list.subList(0, last)) + lastly + list.get(last);
  }

  /** Of a long list the beginning and the end, with an ellipsis in between. */
  private static List<String> withoutMiddle(List<String> names) {
    if (String.join(", ", names).length() <= LONGEST_LIST) {
      return names;
    }
    List<String> reversed = new ArrayList<>(names);
    Collections.reverse(reversed);
    List<String> ends = new ArrayList<>(names.subList(0, fitting(names, LONGEST_LIST * 3 / 4)));
    ends.add("…");
    ends.addAll(names.subList(names.size() - fitting(reversed, LONGEST_LIST / 4), names.size()));
    return ends;
  }

  /** How many names, from the first on, have room in so many characters. */
  private static int fitting(List<String> names, int characters) {
    int room = characters;
    int count = 0;
    for (String name : names) {
      room -= name.length() + 2;
      if (room < 0) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** {@code ; did you mean "…"?}, when one of the names is near enough; otherwise nothing. */
  public static String didYouMean(String given, Collection<String> names) {
    Optional<String> nearest = Nearest.of(given, names);
    return nearest.map(name -> "; did you mean " + quoted(name) + "?").orElse("");
  }
}
