package org.datamarket.model.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.datamarket.document.Node;
import org.datamarket.document.type.Property;
import org.datamarket.model.format.EntryFormat;
import org.datamarket.model.format.Format;
import org.datamarket.model.format.ReachFormat;
import org.datamarket.model.population.Inputs;

/**
 * The entries of {@code buyers}, {@code sellers} and {@code users}: one mapping or a list of them;
 * and the names of those that have none.
 */
final class Entries {
  private Entries() {}

  /** The model with the groups named that have no name, and the model itself by its file. */
  static Node.Mapping withNames(Node.Mapping root, String fileName) {
    Node.Mapping named =
        root.has(Format.NAME.key()) ? root : root.with(Format.NAME.key(), text(fileName));
    named = each(named, Format.BUYERS, (entry, place) -> withName(entry, "buyer", place));
    named = each(named, Format.SELLERS, (entry, place) -> withName(entry, "seller", place));
    return each(named, Format.USERS, (entry, place) -> withName(entry, "user", place));
  }

  private static Node.Mapping withName(Node.Mapping entry, String role, int place) {
    boolean named = entry.has(EntryFormat.ID.key()) || entry.has(EntryFormat.GROUP_NAME.key());
    return named
        ? entry
        : entry.with(EntryFormat.GROUP_NAME.key(), text(place == 0 ? role : role + (place + 1)));
  }

  /** The model with its tables called by their file names only. */
  static Node.Mapping withNamesOfCopies(Node.Mapping root) {
    UnaryOperator<Node.Mapping> plain =
        entry ->
            entry
                .find(EntryFormat.CSV.key())
                .map(csv -> entry.with(EntryFormat.CSV.key(), Inputs.nameOfCopy(csv)))
                .orElse(entry);
    Node.Mapping changed = each(root, Format.BUYERS, (entry, place) -> plain.apply(entry));
    changed = each(changed, Format.SELLERS, (entry, place) -> plain.apply(entry));
    return changed.with(
        ReachFormat.REACH.key(), plain.apply((Node.Mapping) changed.get(ReachFormat.REACH.key())));
  }

  private static Node.Mapping each(
      Node.Mapping root, Property<?> key, BiFunction<Node.Mapping, Integer, Node.Mapping> change) {
    if (!root.has(key.key())) {
      return root;
    }
    Node node = root.get(key.key());
    if (node instanceof Node.Mapping one) {
      return root.with(key.key(), change.apply(one, 0));
    }
    List<Node> items = new ArrayList<>();
    for (Node item : ((Node.Sequence) node).items()) {
      items.add(change.apply((Node.Mapping) item, items.size()));
    }
    return root.with(key.key(), new Node.Sequence(node.position(), items));
  }

  private static Node text(String text) {
    return new Node.Scalar(Node.plain("").position(), text, true);
  }
}
