package org.datamarket.model.source;

/** A user's mistake and where it stands; its message is one line of at most 380 characters. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Position position;
  private final String what;

  /**
   * @param position where it stands
   * @param what what is wrong, with the value, and what was expected
   */
  public Mistake(Position position, String what) {
    super(Words.message(position + ": " + what));
    this.position = position;
    this.what = what;
  }

  /** Where it stands. */
  public Position position() {
    return position;
  }

  /** What is wrong, with the value, and what was expected. */
  public String what() {
    return what;
  }
}
