package org.datamarket.document;

import java.nio.file.Path;
import java.util.List;

/**
 * One or more mistakes of the user's: in a file, a table, a value from the command line, or in what
 * was asked for. The message is that of the first, one line: where it stands ({@code
 * file:line:column}, or the override), what is wrong, with the value, what was expected, and the
 * nearest valid name if one is near. The program reports it and leaves with exit code 2.
 */
public final class UserMistake extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  /** Several mistakes, at least one, in the order in which they stand. */
  public UserMistake(List<Mistake> mistakes) {
    super(mistakes.get(0).getMessage(), mistakes.get(0));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One mistake. */
  public UserMistake(Mistake mistake) {
    this(List.of(mistake));
  }

  /** A mistake that stands in no file, such as an option of the command line. */
  public UserMistake(String sentence) {
    this(new Mistake(new Position.Nowhere(), sentence));
  }

  /** A mistake about a file or a folder as a whole. */
  public UserMistake(Path file, String what) {
    this(new Mistake(new Position.InFile(file.toString()), what));
  }

  /** All mistakes that are known. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** Their messages, a line each. */
  public List<String> lines() {
    return mistakes.stream().map(Mistake::getMessage).toList();
  }

  /** The first of them. */
  public Mistake first() {
    return mistakes.get(0);
  }
}
