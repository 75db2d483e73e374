package org.datamarket.model;

import java.util.List;
import java.util.Optional;
import org.datamarket.model.distribution.Constant;
import org.datamarket.model.distribution.Distributions;
import org.datamarket.model.distribution.Supported;
import org.datamarket.model.schema.Property;
import org.datamarket.model.schema.QuantityType;
import org.datamarket.model.source.Node;
import org.datamarket.model.source.Numbers;
import org.datamarket.model.source.Position;

/** The values of a checked mapping, by the properties of the format. */
record Fields(Node.Mapping node) {

  Position position() {
    return node.position();
  }

  Position position(Property property) {
    return node.get(property.key()).position();
  }

  boolean has(Property property) {
    return node.has(property.key());
  }

  String text(Property property) {
    return node.text(property.key());
  }

  Optional<String> findText(Property property) {
    return has(property) ? Optional.of(text(property)) : Optional.empty();
  }

  long whole(Property property) {
    return Numbers.whole(property.key(), node.get(property.key()), "a whole number")
        .longValueExact();
  }

  int count(Property property) {
    return Math.toIntExact(whole(property));
  }

  double number(Property property) {
    return Numbers.number(property.key(), node.get(property.key()), "a number");
  }

  Optional<Double> findNumber(Property property) {
    return has(property) ? Optional.of(number(property)) : Optional.empty();
  }

  Supported quantity(Property property) {
    return Distributions.read(
        property.key(), node.get(property.key()), (QuantityType) property.type());
  }

  Optional<Supported> findQuantity(Property property) {
    return has(property) ? Optional.of(quantity(property)) : Optional.empty();
  }

  /** A quantity, unless the word stands for it. */
  Optional<Supported> quantityUnless(String word, Property property) {
    boolean isWord =
        node.get(property.key()) instanceof Node.Scalar scalar && scalar.text().equals(word);
    return isWord ? Optional.empty() : Optional.of(quantity(property));
  }

  /** A quantity in whose place a word stands for "without end". */
  Supported quantityOrInfinite(String word, Property property) {
    return quantityUnless(word, property).orElse(new Constant(Double.POSITIVE_INFINITY));
  }

  Fields mapping(Property property) {
    return new Fields((Node.Mapping) node.get(property.key()));
  }

  List<Node> list(Property property) {
    return ((Node.Sequence) node.get(property.key())).items();
  }

  /** The kind of a value that has kinds; empty for a class of the user's own. */
  String kind() {
    return node.find("kind").map(kind -> ((Node.Scalar) kind).text()).orElse("");
  }
}
