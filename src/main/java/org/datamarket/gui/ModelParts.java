package org.datamarket.gui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.datamarket.document.Node;

/**
 * Finds in a model what the Model tab shows: groups of buyers, sellers and users may stand alone or
 * in lists.
 */
final class ModelParts {
  private ModelParts() {}

  /** The text at a path of keys, or another if there is none. */
  static String text(OpenedModel model, String fallback, String... keys) {
    return model
        .at(keys)
        .map(node -> node instanceof Node.Scalar scalar ? scalar.text() : fallback)
        .orElse(fallback);
  }

  /** The name of what is either a name alone or a mapping with a kind or a class. */
  static String kind(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.has("kind")
          ? mapping.text("kind")
          : mapping.has("class") ? mapping.text("class") : "";
    }
    return node instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  /** The path of the one count under a key; empty if there is none, or more than one. */
  static Optional<String> countPath(OpenedModel model, String key) {
    List<String> paths = new ArrayList<>();
    List<Node.Mapping> members = members(model, key);
    for (int k = 0; k < members.size(); k++) {
      if (members.get(k).has("count")) {
        paths.add(isList(model, key) ? "%s[%d].count".formatted(key, k) : key + ".count");
      }
    }
    return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
  }

  /** The one count under a key; 0 if there is none. */
  static String count(OpenedModel model, String key) {
    return members(model, key).stream()
        .filter(group -> group.has("count"))
        .map(group -> group.text("count"))
        .findFirst()
        .orElse("0");
  }

  /** The kinds that stand at a key of all members of some groups. */
  static Set<String> kinds(OpenedModel model, String key, String... groups) {
    Set<String> kinds = new LinkedHashSet<>();
    for (String group : groups) {
      for (Node.Mapping member : members(model, group)) {
        member.find(key).ifPresent(node -> kinds.add(kind(node)));
      }
    }
    return kinds;
  }

  /** The paths that set a key of all members of some groups, as far as there are any. */
  static List<String> paths(OpenedModel model, String key, String... groups) {
    List<String> paths = new ArrayList<>();
    for (String group : groups) {
      if (!members(model, group).isEmpty()) {
        paths.add(group + (isList(model, group) ? "[*]" : "") + "." + key);
      }
    }
    return paths;
  }

  private static boolean isList(OpenedModel model, String key) {
    return model.at(key).filter(Node.Sequence.class::isInstance).isPresent();
  }

  private static List<Node.Mapping> members(OpenedModel model, String key) {
    return model.at(key).map(ModelParts::members).orElse(List.of());
  }

  private static List<Node.Mapping> members(Node node) {
    if (node instanceof Node.Mapping one) {
      return List.of(one);
    }
    return node instanceof Node.Sequence list
        ? list.items().stream().map(Node.Mapping.class::cast).toList()
        : List.of();
  }
}
