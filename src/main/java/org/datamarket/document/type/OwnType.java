package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.datamarket.document.Node;

/**
 * A class of the user's own, with parameters of any names.
 *
 * @param parameter what each parameter is
 * @param meaning what the class, by its name, stands for with its parameters
 */
public record OwnType<P, T>(Type<P> parameter, Meaning<P, T> meaning) {
  private static final Property<String> CLASS =
      Property.required(
          "class", TextType.text(1000), "The full name of a class of your own on the class path.");

  /** What a class stands for. */
  @FunctionalInterface
  public interface Meaning<P, T> {
    /**
     * @param name the class's name where it stands in the file
     * @param parameters its parameters, in their order
     * @throws org.datamarket.document.Mistake if there is no such class, or it refuses them
     */
    T of(Node name, Map<String, P> parameters);
  }

  /** Whether a mapping names a class. */
  static boolean isOwn(Node.Mapping mapping) {
    return mapping.has(CLASS.key());
  }

  Read<T> read(String what, Node node) {
    return mapping()
        .read(what, node)
        .as(fields -> meaning.of(fields.node(CLASS), fields.others(CLASS, parameter)));
  }

  ObjectNode schema(Definitions definitions) {
    return mapping().schema(definitions);
  }

  private MappingType mapping() {
    return new MappingType(List.of(CLASS), List.of(), Optional.of(parameter));
  }
}
