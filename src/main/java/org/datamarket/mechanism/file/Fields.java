package org.datamarket.mechanism.file;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.datamarket.document.Magnitude;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;

/** Reads the keys of an object, and says what is wrong with them. */
final class Fields {
  private static final String POSITIVE = "a number above 0";

  private Fields() {}

  /** A number that is at least 0. */
  static double notNegative(String key, Node.Mapping in) {
    Node node = required(key, in);
    double number = Numbers.number(key, node, Magnitude.NOT_NEGATIVE);
    if (number < 0) {
      throw Numbers.wrong(key, node, "", Magnitude.NOT_NEGATIVE);
    }
    return Math.abs(number);
  }

  /** A number above 0. */
  static double positive(String key, Node.Mapping in) {
    Node node = required(key, in);
    double number = Numbers.number(key, node, POSITIVE);
    if (number <= 0) {
      throw Numbers.wrong(key, node, "", POSITIVE);
    }
    return number;
  }

  /** A whole number between two. */
  static int whole(String key, Node.Mapping in, int least, int most) {
    Node node = required(key, in);
    String expected = "a whole number from %s to %s".formatted(least, most);
    BigInteger number = Numbers.whole(key, node, expected);
    boolean isWithin =
        number.compareTo(BigInteger.valueOf(least)) >= 0
            && number.compareTo(BigInteger.valueOf(most)) <= 0;
    if (!isWithin) {
      throw Numbers.wrong(key, node, "", expected);
    }
    return number.intValue();
  }

  /** The value of a key that may be absent or null. */
  static Optional<Node> present(String key, Node.Mapping in) {
    return in.find(key).filter(node -> !(node instanceof Node.Scalar scalar && scalar.isNothing()));
  }

  /** The value of a key that has to be there. */
  static Node required(String key, Node.Mapping in) {
    return in.find(key)
        .orElseThrow(
            () -> {
              List<String> there = in.entries().stream().map(Node.Entry::key).toList();
              String near = there.isEmpty() ? "" : "; there is " + Words.allOf(there);
              return new Mistake(
                  in.position(), "the key %s is missing%s".formatted(Words.quoted(key), near));
            });
  }

  /** The items of a list that has to be there. */
  static List<Node> list(String key, Node.Mapping in) {
    Node node = required(key, in);
    if (!(node instanceof Node.Sequence sequence)) {
      throw Numbers.wrong(key, node, "", "a list");
    }
    return sequence.items();
  }

  /** A node that has to be an object. */
  static Node.Mapping mapping(String what, Node node, String expected) {
    if (!(node instanceof Node.Mapping mapping)) {
      throw Numbers.wrong(what, node, "", expected);
    }
    return mapping;
  }
}
