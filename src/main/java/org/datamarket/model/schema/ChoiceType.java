package org.datamarket.model.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.datamarket.model.source.Mistake;
import org.datamarket.model.source.Node;
import org.datamarket.model.source.Numbers;
import org.datamarket.model.source.Words;

/** One of a few names. */
public record ChoiceType(List<String> names) implements Type {

  /** One of these names. */
  public static ChoiceType of(String... names) {
    return new ChoiceType(List.of(names));
  }

  @Override
  public Node check(String what, Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
      throw Numbers.wrong(what, node, "", expected());
    }
    if (!names.contains(scalar.text())) {
      throw new Mistake(
          node.position(),
          what
              + " is "
              + node.inWords()
              + "; expected "
              + expected()
              + Words.didYouMean(scalar.text(), names));
    }
    return new Node.Scalar(node.position(), scalar.text(), false);
  }

  @Override
  public String expected() {
    return Words.oneOf(names);
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ArrayNode array = Definitions.object().arrayNode();
    names.forEach(array::add);
    return Definitions.object().set("enum", array);
  }

  @Override
  public String name() {
    return "choice";
  }

  @Override
  public String range() {
    return String.join(", ", names);
  }
}
