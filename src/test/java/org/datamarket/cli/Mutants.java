package org.datamarket.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes files that nobody meant from files that somebody did: slips, damage and ill will. Seeded.
 */
final class Mutants {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d++(\\.\\d++)?+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*+");
  private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\n,{}\\[\\]]++");

  private static final List<String> EXTREMES =
      List.of(
          "0",
          "-0",
          "-1",
          "1",
          "1e-30",
          "1e30",
          "1e-31",
          "1e31",
          "1e308",
          "-1e308",
          "1e309",
          "1e-400",
          "4.9e-324",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "1e99999",
          "0.1e-5",
          "1e",
          ".5",
          "5.",
          "+5",
          "007",
          "0x10",
          "1_000",
          "1,5",
          ".nan",
          ".inf",
          "-.inf",
          "NaN",
          "Infinity",
          "1e3",
          "1000000",
          "99999999",
          "0.999999999999999999",
          "1/3",
          "१२३",
          "１２");

  private static final List<String> WRONG_TYPES =
      List.of(
          "[]",
          "{}",
          "null",
          "~",
          "true",
          "no",
          "\"\"",
          "''",
          "[1, 2]",
          "{a: 1}",
          "{kind: x}",
          "\"1\"",
          "text",
          "[[1]]",
          "{kind: opt-out}",
          "{uniform: {min: 2, max: 1}}",
          "{class: java.lang.String}",
          "- 1",
          "2001-01-01",
          "{normal: {mean: 1}}",
          "!!int 3",
          "&a 1",
          "*a",
          "<<",
          "? a",
          "|",
          ">-",
          "@x",
          "`x",
          "%x");

  private static final List<String> HOSTILE =
      List.of(
          "\u202e",
          "\u2066x\u2069",
          "\u0000",
          "\ufeff",
          "\u2028",
          "\u0085",
          "\u200b",
          "\u001b[2J",
          "e\u0301",
          "🂡",
          "\ud83d",
          "\udc00",
          "ﷺ",
          "\t",
          "\r",
          "\u00a0",
          "=1+1",
          "+x",
          "@y",
          "'",
          "\"",
          "\\",
          "${x}",
          "%s%n",
          "../",
          "/",
          "&",
          "*",
          "!",
          "#",
          ":",
          ": ",
          "- ",
          "---\n",
          "...\n",
          "\n",
          ",",
          ";",
          "|",
          "{",
          "}",
          "[",
          "]");

  private final Random random;
  private final List<byte[]> seeds;

  /**
   * @param random decides everything
   * @param seeds the files to start from, and to splice with
   */
  Mutants(Random random, List<byte[]> seeds) {
    this.random = random;
    this.seeds = seeds;
  }

  /** A mutant of one of the files. */
  byte[] next() {
    byte[] bytes = pick(seeds);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (random.nextInt(14)) {
      case 0 -> bytesReplaced(bytes);
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> spliced(bytes, pick(seeds));
      case 3, 4, 5 -> utf8(replaced(text, NUMBER, pick(EXTREMES)));
      case 6 -> utf8(replaced(text, VALUE, pick(WRONG_TYPES)));
      case 7 -> utf8(replaced(text, WORD, anotherWord(text)));
      case 8 -> utf8(replaced(text, WORD, pick(HOSTILE)));
      case 9 -> utf8(inserted(text, pick(HOSTILE)));
      case 10 -> utf8(inserted(text, nesting()));
      case 11 -> utf8(inserted(text, huge()));
      default -> utf8(linesChanged(text));
    };
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytesReplaced(byte[] bytes) {
    byte[] other = bytes.clone();
    for (int k = random.nextInt(8); k >= 0 && other.length > 0; k--) {
      other[random.nextInt(other.length)] = (byte) random.nextInt(256);
    }
    return other;
  }

  private byte[] spliced(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(one, 0, random.nextInt(one.length + 1));
    int from = random.nextInt(other.length + 1);
    out.write(other, from, other.length - from);
    return out.toByteArray();
  }

  private String replaced(String text, Pattern what, String by) {
    List<MatchResult> places = what.matcher(text).results().toList();
    if (places.isEmpty()) {
      return inserted(text, by);
    }
    MatchResult place = pick(places);
    return text.substring(0, place.start()) + by + text.substring(place.end());
  }

  private String anotherWord(String text) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    return words.isEmpty() ? "x" : pick(words).group() + (random.nextInt(3) == 0 ? "x" : "");
  }

  private String inserted(String text, String what) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + what + text.substring(at);
  }

  private String nesting() {
    String opened = pick(List.of("[", "{a: ", "{", "- ", "[[", "{\"a\":[", "? ", "!x "));
    return opened.repeat(10 << random.nextInt(11));
  }

  private String huge() {
    return pick(List.of(
            "1", "a", "0.", "é", "\"", "'", " ", "\n", "a: 1\n", "&a ", "x,", "-", "\t"))
        .repeat(100 << random.nextInt(12));
  }

  private String linesChanged(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return text;
    }
    int at = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
      case 2 -> lines.set(at, " ".repeat(random.nextInt(6)) + lines.get(at));
      case 3 -> lines.set(at, lines.get(at).strip());
      default -> lines.add(at, lines.remove(random.nextInt(lines.size())));
    }
    return String.join("\n", lines) + "\n";
  }
}
