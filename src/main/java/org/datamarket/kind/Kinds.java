package org.datamarket.kind;

/** What things are called. */
public final class Kinds {
  private Kinds() {}

  /** The name of a thing's kind; of one of the user's own, its class. */
  public static String nameOf(Object thing) {
    Kind kind = thing.getClass().getAnnotation(Kind.class);
    return kind == null ? thing.getClass().getName() : kind.name();
  }
}
