package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;

/**
 * One of a few names.
 *
 * @param meanings what each name stands for, in their order
 */
public record ChoiceType<T>(Map<String, T> meanings) implements Type<T> {
  /** Copies the map, in its order. */
  public ChoiceType {
    meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
  }

  /** The constants of an enum, in their order, by their names in lower case with hyphens. */
  public static <E extends Enum<E>> ChoiceType<E> of(Class<E> constants) {
    Map<String, E> meanings = new LinkedHashMap<>();
    for (E constant : constants.getEnumConstants()) {
      meanings.put(Names.key(constant), constant);
    }
    return new ChoiceType<>(meanings);
  }

  /** Names that stand for themselves. */
  public static ChoiceType<String> of(String... names) {
    Map<String, String> meanings = new LinkedHashMap<>();
    Arrays.stream(names).forEach(name -> meanings.put(name, name));
    return new ChoiceType<>(meanings);
  }

  /** The names there are, in their order. */
  public List<String> names() {
    return List.copyOf(meanings.keySet());
  }

  @Override
  public Read<T> read(String what, Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
      throw Numbers.wrong(what, node, "", expected());
    }
    if (!meanings.containsKey(scalar.text())) {
      throw new Mistake(
          node.position(),
          "%s is %s; expected %s%s"
              .formatted(
                  what, node.inWords(), expected(), Words.didYouMean(scalar.text(), names())));
    }
    return new Read<>(
        new Node.Scalar(node.position(), scalar.text(), false), meanings.get(scalar.text()));
  }

  @Override
  public String expected() {
    return Words.oneOf(names());
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ArrayNode array = Definitions.object().arrayNode();
    names().forEach(array::add);
    return Definitions.object().set("enum", array);
  }

  @Override
  public String name() {
    return "choice";
  }

  @Override
  public String range() {
    return String.join(", ", names());
  }
}
