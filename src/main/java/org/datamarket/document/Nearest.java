package org.datamarket.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The valid name nearest to a mistyped one, by the optimal string alignment distance: the fewest
 * insertions, deletions, replacements and swaps of neighbours (Damerau 1964). Letter case, hyphens,
 * underscores and blanks do not count. Where none is near, the first that begins with the same word
 * will do: posted-revenue for posted-price.
 */
final class Nearest {
  private static final int SHORTEST_WORD = 3;

  private Nearest() {}

  /**
   * The nearest name. When even that differs in more than a third of its letters, a longer or other
   * name of the same first word, of three letters at least; else none.
   */
  static Optional<String> of(String given, Collection<String> names) {
    return near(given, names).or(() -> akin(given, names));
  }

  private static Optional<String> akin(String given, Collection<String> names) {
    String word = firstWord(given);
    return names.stream()
        .filter(name -> word.length() >= SHORTEST_WORD && firstWord(name).equals(word))
        .findFirst();
  }

  private static String firstWord(String name) {
    return cut(name).toLowerCase(Locale.ROOT).split("[-_\\s]", 2)[0];
  }

  private static Optional<String> near(String given, Collection<String> names) {
    String wanted = plain(given);
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      String plain = plain(name);
      int distance = distance(wanted, plain);
      boolean near = distance <= Math.max(1, Math.max(wanted.length(), plain.length()) / 3);
      if (near && distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  private static String plain(String name) {
    return cut(name).toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
  }

  private static String cut(String name) {
    return name.length() > 100 ? name.substring(0, 100) : name;
  }

  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (isSwap(a, i, b, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
