package org.datamarket.document;

/** A user's mistake and where it stands; its message is one line of at most 380 characters. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Position position;
  private final String what;
  private final boolean unknownKey;

  /**
   * @param position where it stands
   * @param what what is wrong, with the value, and what was expected
   */
  public Mistake(Position position, String what) {
    this(position, what, false);
  }

  private Mistake(Position position, String what, boolean unknownKey) {
    super(Words.message(position instanceof Position.Nowhere ? what : position + ": " + what));
    this.position = position;
    this.what = what;
    this.unknownKey = unknownKey;
  }

  /** The mistake of a key that is none of the known ones. */
  public static Mistake unknownKey(Position position, String what) {
    return new Mistake(position, what, true);
  }

  /** Whether a key is none of the known ones. */
  public boolean isUnknownKey() {
    return unknownKey;
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
