package org.datamarket.model;

/**
 * A user's mistake in a model file, a table it names or an override. The message is one line: where
 * it stands ({@code file:line:column}, or the override), what is wrong, with the value, what was
 * expected, and the nearest valid name if one is near.
 */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * A mistake.
   *
   * @param message one line
   */
  public ModelException(String message) {
    super(message);
  }
}
