package org.datamarket.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sentences in lines of 80 columns, where no unit stands apart from its number. */
final class Prose {
  private static final int WIDTH = 80;
  private static final char TOGETHER = '\u00a0';

  private final Pattern unit;

  /**
   * @param units what belongs to the number before it, each with what may follow in the same word
   */
  Prose(List<String> units) {
    String any = units.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    this.unit = Pattern.compile("(?<=\\d) (?=%s)".formatted(any));
  }

  /**
   * The lines of a text, none longer than there is room, unless a word is.
   *
   * @param indent how many columns are taken by what stands before each line
   */
  List<String> lines(String sentence, int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    String joined = unit.matcher(sentence).replaceAll(String.valueOf(TOGETHER));
    for (String word : joined.split(" ")) {
      int length = length(line) + 1 + length(word);
      if (!line.isEmpty() && length > WIDTH - indent) {
        lines.add(line.toString().replace(TOGETHER, ' '));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString().replace(TOGETHER, ' '));
    return lines;
  }

  private static int length(CharSequence text) {
    return text.toString().codePointCount(0, text.length());
  }
}
