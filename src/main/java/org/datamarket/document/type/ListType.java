package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/**
 * A list.
 *
 * @param item what each entry is
 * @param least the fewest entries
 */
public record ListType<T>(Type<T> item, int least) implements Type<List<T>> {
  @Override
  public Read<List<T>> read(String what, Node node) {
    if (!(node instanceof Node.Sequence list)) {
      throw Numbers.wrong(what, node, "", expected());
    }
    if (list.items().size() < least) {
      throw new Mistake(
          node.position(),
          what + " has " + list.items().size() + " entries; expected at least " + least);
    }
    List<Node> items = new ArrayList<>();
    List<T> values = new ArrayList<>();
    for (Node entry : list.items()) {
      Read<T> read = item.read(what + "[" + items.size() + "]", entry);
      items.add(read.effective());
      values.add(read.value());
    }
    return new Read<>(new Node.Sequence(node.position(), items), List.copyOf(values));
  }

  @Override
  public String expected() {
    return "a list, each entry " + item.expected();
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object().put("type", "array").put("minItems", least);
    schema.set("items", item.schema(definitions));
    return schema;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String range() {
    return item.range();
  }

  @Override
  public String unit() {
    return item.unit();
  }

  @Override
  public void list(String path, ParameterTable table) {
    item.list(path + "[]", table);
  }
}
