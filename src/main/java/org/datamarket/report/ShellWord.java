package org.datamarket.report;

/** Texts as words of a shell's command line. */
final class ShellWord {
  private ShellWord() {}

  /** A text such that a POSIX shell takes it for one word, quoted only if it must be. */
  static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./][A-Za-z0-9_./@%+=:,-]*")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
