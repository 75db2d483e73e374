package org.datamarket.model.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;
import org.datamarket.document.type.Type;

/** The values of an object in a file of states: keys that nobody asks for are passed over. */
record StateKeys(String what, Node.Mapping mapping) {

  /**
   * @param what how messages call it
   * @throws Mistake if it is no object
   */
  static StateKeys of(String what, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return new StateKeys(what, mapping);
    }
    throw Numbers.wrong(what, node, "", "an object");
  }

  /** A value, if it is there and not null. */
  Optional<Node> find(String key) {
    return mapping.find(key).filter(node -> !(node instanceof Node.Scalar s && s.isNothing()));
  }

  /**
   * A value.
   *
   * @throws Mistake if it is not there
   */
  Node get(String key) {
    return find(key).orElseThrow(() -> missing(key));
  }

  private Mistake missing(String key) {
    List<String> there = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      if (!Words.didYouMean(entry.key(), List.of(key)).isEmpty()) {
        there.add(Words.quoted(entry.key()));
      }
    }
    String near = there.isEmpty() ? "" : "; there is %s".formatted(Words.allOf(there));
    return new Mistake(
        mapping.position(),
        "the key \"%s\" of %s is missing%s".formatted(key, what, Words.shortened(near)));
  }

  /** What a type makes of a value; of none, what it makes of a default. */
  <T> T read(String key, Type<T> type, String otherwise) {
    return type.read(key, find(key).orElse(Node.plain(otherwise))).value();
  }

  /** What a type makes of a value. */
  <T> T read(String key, Type<T> type) {
    return type.read(key, get(key)).value();
  }

  /** The items of a list. */
  List<Node> list(String key) {
    return items(key, get(key));
  }

  /**
   * The items of a list.
   *
   * @throws Mistake if it is none
   */
  static List<Node> items(String what, Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    throw Numbers.wrong(what, node, "", "a list");
  }
}
