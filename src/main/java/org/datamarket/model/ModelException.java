package org.datamarket.model;

import java.util.List;
import org.datamarket.model.source.Words;

/**
 * A user's mistake in a model file, a table it names or an override. The message is one line: where
 * it stands ({@code file:line:column}, or the override), what is wrong, with the value, what was
 * expected, and the nearest valid name if one is near.
 */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1;

  /** @serial a line each */
  private final List<String> mistakes;

  /**
   * A mistake.
   *
   * @param message one line
   */
  public ModelException(String message) {
    this(List.of(message));
  }

  /**
   * Several mistakes; the message is that of the first.
   *
   * @param mistakes one line each, at least one
   */
  public ModelException(List<String> mistakes) {
    super(Words.message(mistakes.get(0)));
    this.mistakes = mistakes.stream().map(Words::message).toList();
  }

  /** All mistakes that are known, a line each, in the order in which they stand. */
  public List<String> mistakes() {
    return mistakes;
  }
}
