package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/**
 * A value that may take one of several forms, told apart by their looks.
 *
 * @param forms the first that a value looks like is the one that it is checked against
 */
public record FormsType<T>(List<Form<? extends T>> forms) implements Type<T> {
  /** Copies the list. */
  public FormsType {
    forms = List.copyOf(forms);
  }

  /**
   * A form.
   *
   * @param looks whether a value is meant to have this form
   * @param type what it must be then
   */
  public record Form<T>(Predicate<Node> looks, Type<T> type) {}

  @Override
  public Read<T> read(String what, Node node) {
    for (Form<? extends T> form : forms) {
      if (form.looks().test(node)) {
        return form.type().read(what, node).as(value -> value);
      }
    }
    throw Numbers.wrong(what, node, "", expected());
  }

  @Override
  public String expected() {
    return forms.stream().map(form -> form.type().expected()).collect(Collectors.joining(", or "));
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object();
    ArrayNode either = schema.putArray("anyOf");
    forms.forEach(form -> either.add(form.type().schema(definitions)));
    return schema;
  }

  @Override
  public String name() {
    return forms.stream().map(form -> form.type().name()).collect(Collectors.joining(" or "));
  }

  @Override
  public void list(String path, ParameterTable table) {
    forms.forEach(form -> form.type().list(path, table));
  }
}
