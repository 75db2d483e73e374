package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.datamarket.document.Node;

/**
 * A type whose values stand for something else.
 *
 * @param type the type
 * @param meaning what stands for what has been read
 */
record MeantType<S, T>(Type<S> type, Function<Read<S>, ? extends T> meaning) implements Type<T> {
  @Override
  public Read<T> read(String what, Node node) {
    Read<S> read = type.read(what, node);
    return new Read<>(read.effective(), meaning.apply(read));
  }

  @Override
  public String expected() {
    return type.expected();
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    return type.schema(definitions);
  }

  @Override
  public String name() {
    return type.name();
  }

  @Override
  public String unit() {
    return type.unit();
  }

  @Override
  public String range() {
    return type.range();
  }

  @Override
  public void list(String path, ParameterTable table) {
    type.list(path, table);
  }
}
