package org.datamarket.study.file;

import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Overrides;
import org.datamarket.document.Position;
import org.datamarket.document.YamlReader;

/**
 * Overrides of a study from the command line. {@code factors.PATH} and {@code set.PATH} take the
 * rest as one path into the model, dots and all; a path that begins with no key of a study is one
 * into the model, and goes under {@code set}.
 */
final class StudyOverrides {
  private static final List<String> PATHS =
      List.of(FactorFormat.FACTORS.key(), StudyFormat.SET.key());

  private StudyOverrides() {}

  static Node apply(Node document, List<String> overrides) {
    Node changed = document;
    for (String override : overrides) {
      changed = apply(changed, override);
    }
    return changed;
  }

  private static Node apply(Node document, String override) {
    int equals = override.indexOf('=');
    if (equals < 1 || !(document instanceof Node.Mapping root)) {
      return Overrides.apply(document, List.of(override));
    }
    String path = override.substring(0, equals).strip();
    for (String key : PATHS) {
      if (path.startsWith(key + ".")) {
        return under(root, key, path.substring(key.length() + 1), override);
      }
    }
    String first = path.split("[.\\[]", 2)[0];
    return StudyFormat.STUDY.property(first).isPresent()
        ? Overrides.apply(document, List.of(override))
        : under(root, StudyFormat.SET.key(), path, override);
  }

  private static Node under(Node.Mapping root, String key, String path, String override) {
    Position position = new Position.InOverride(override);
    Node value = YamlReader.value(position, override.substring(override.indexOf('=') + 1));
    Node inner = root.find(key).orElse(new Node.Mapping(position, List.of()));
    if (!(inner instanceof Node.Mapping mapping)) {
      throw new Mistake(inner.position(), key + " is " + inner.inWords() + "; expected a mapping");
    }
    return root.with(key, replaced(mapping, new Node.Entry(position, path, value)));
  }

  /** The mapping with an entry in the place of the one of its key, or at the end. */
  private static Node.Mapping replaced(Node.Mapping mapping, Node.Entry entry) {
    List<Node.Entry> entries = new ArrayList<>();
    boolean there = false;
    for (Node.Entry other : mapping.entries()) {
      boolean same = other.key().equals(entry.key());
      entries.add(same ? entry : other);
      there |= same;
    }
    if (!there) {
      entries.add(entry);
    }
    return new Node.Mapping(mapping.position(), entries);
  }
}
