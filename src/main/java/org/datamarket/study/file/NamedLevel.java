package org.datamarket.study.file;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.type.Fields;

/**
 * A level with a name.
 *
 * @param position where the name stands
 * @param values paths into the model, and what the level sets there
 */
record NamedLevel(Position position, String name, Node.Mapping values) {
  /** The levels in a mapping of them by name. */
  static List<NamedLevel> of(Fields levels) {
    List<NamedLevel> all = new ArrayList<>();
    for (Node.Entry level : levels.node().entries()) {
      Fields values = levels.all(FactorFormat.MODEL_VALUES).get(level.key());
      all.add(new NamedLevel(level.keyPosition(), level.key(), values.node()));
    }
    return List.copyOf(all);
  }
}
