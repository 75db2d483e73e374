package org.datamarket.document.type;

import java.util.function.Function;
import org.datamarket.document.Node;

/**
 * What a type made of a node.
 *
 * @param effective the node with short forms written out and defaults filled in
 * @param value what it stands for
 */
public record Read<T>(Node effective, T value) {

  /** The same node, standing for what comes of its value. */
  public <U> Read<U> as(Function<? super T, ? extends U> meaning) {
    return new Read<>(effective, meaning.apply(value));
  }
}
