package org.datamarket.io;

/** Plain text inside HTML. */
public final class Html {
  private Html() {}

  /** The text with the characters escaped that HTML would take for its own. */
  public static String escape(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
