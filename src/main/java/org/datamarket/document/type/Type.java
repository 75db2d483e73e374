package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.datamarket.document.Node;

/**
 * What may stand in one place of a file. A type reads a node, says what it expects in a message,
 * and writes itself as JSON Schema: one definition for all three. Immutable.
 *
 * @param <T> what a node of the type stands for
 */
public interface Type<T> {

  /**
   * Reads a node.
   *
   * @param what how messages call the place, such as {@code demand}
   * @param node what stands there
   * @throws org.datamarket.document.Mistake if the node is not of this type
   */
  Read<T> read(String what, Node node);

  /** What is expected, in words that follow "expected". */
  String expected();

  /** The type as JSON Schema (draft 2020-12). */
  ObjectNode schema(Definitions definitions);

  /** The type in a word or two, for the parameter table. */
  String name();

  /** The unit, for the parameter table; empty without one. */
  default String unit() {
    return "";
  }

  /** The range, for the parameter table; empty without one. */
  default String range() {
    return "";
  }

  /** The same, its values standing for something else. */
  default <U> Type<U> as(Function<? super T, ? extends U> meaning) {
    return new MeantType<>(this, read -> meaning.apply(read.value()));
  }

  /** The same, its values standing for themselves where they stand. */
  default Type<Node> placed() {
    return new MeantType<>(this, Read::effective);
  }

  /** Lists the parameters that stand inside this type, if any. */
  default void list(String path, ParameterTable table) {}
}
