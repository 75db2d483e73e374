package org.datamarket.model.source;

/** A user's mistake and where it stands; its message is one line. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param position where it stands
   * @param what what is wrong, with the value, and what was expected
   */
  public Mistake(Position position, String what) {
    super(Words.oneLine(position + ": " + what));
  }
}
