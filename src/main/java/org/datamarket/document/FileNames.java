package org.datamarket.document;

import java.nio.charset.Charset;

/**
 * The letters that names of files can have: those of the locale in which Java was started, for
 * good.
 */
public final class FileNames {
  private static final Charset LETTERS =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private FileNames() {}

  /**
   * What to do about a text that is no name of a file because the locale lacks its letters, to be
   * put behind it in messages; empty if the locale has them all.
   */
  public static String remedy(String name) {
    return remedy(name, LETTERS);
  }

  static String remedy(String name, Charset letters) {
    return letters.newEncoder().canEncode(name)
        ? ""
        : " (Java was started in a locale whose file names are %s; set LC_ALL=C.UTF-8, or start the program by its launcher)"
            .formatted(letters);
  }
}
