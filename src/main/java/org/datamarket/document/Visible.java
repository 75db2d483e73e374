package org.datamarket.document;

/**
 * Text that shows all that is in it. Control characters and marks of text direction move the
 * cursor, clear the screen or turn a name around, so that a reader sees other than what is written;
 * here they are replaced by their numbers, as in {@code \u202e}, which also JSON reads as the same
 * text.
 */
public final class Visible {
  private static final int DELETE = 0x7f;
  private static final int LAST_C1 = 0x9f;

  private Visible() {}

  /**
   * Whether a character acts on a terminal rather than being seen on it; a line feed and a tab do
   * no harm.
   */
  public static boolean isHidden(int character) {
    return character < ' '
        ? character != '\n' && character != '\t'
        : character >= DELETE && character <= LAST_C1
            || isLineBreak(character)
            || isDirection(character);
  }

  private static boolean isLineBreak(int character) {
    return character == 0x2028 || character == 0x2029;
  }

  /**
   * Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX #9, §2).
   */
  private static boolean isDirection(int character) {
    return character == 0x061c
        || character == 0x200e
        || character == 0x200f
        || character >= 0x202a && character <= 0x202e
        || character >= 0x2066 && character <= 0x2069;
  }

  /**
   * What stands for a hidden character: a backslash, u and its number in four hexadecimal digits.
   */
  public static String escape(int character) {
    String hex = Integer.toHexString(character);
    return "\\u" + "0".repeat(4 - hex.length()) + hex;
  }

  /** The text with all hidden characters escaped. */
  public static String of(String text) {
    if (text.chars().noneMatch(Visible::isHidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.chars().forEach(c -> shown.append(isHidden(c) ? escape(c) : String.valueOf((char) c)));
    return shown.toString();
  }
}
