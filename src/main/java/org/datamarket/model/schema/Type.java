package org.datamarket.model.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.datamarket.model.source.Node;

/**
 * What may stand in one place of a model file. A type checks a node, says what it expects in a
 * message, and writes itself as JSON Schema: one definition for all three. Immutable.
 */
public interface Type {

  /**
   * The node with short forms written out and defaults filled in.
   *
   * @param what how messages call the place, such as {@code demand}
   * @param node what stands there
   * @throws org.datamarket.model.source.Mistake if the node is not of this type
   */
  Node check(String what, Node node);

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

  /** Lists the parameters that stand inside this type, if any. */
  default void list(String path, ParameterTable table) {}
}
