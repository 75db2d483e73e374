package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.datamarket.document.Node;

/**
 * One mapping, or a list of them.
 *
 * @param one the mapping that stands alone
 * @param many the list
 */
public record OneOrManyType<T>(Type<T> one, ListType<T> many) implements Type<List<T>> {
  @Override
  public Read<List<T>> read(String what, Node node) {
    return node instanceof Node.Sequence
        ? many.read(what, node)
        : one.read(what, node).as(List::of);
  }

  @Override
  public String expected() {
    return one.expected() + ", or a list";
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode either = Definitions.object();
    either.putArray("anyOf").add(one.schema(definitions)).add(many.schema(definitions));
    return either;
  }

  @Override
  public String name() {
    return "mapping or list";
  }

  @Override
  public void list(String path, ParameterTable table) {
    many.item().list(path, table);
  }
}
