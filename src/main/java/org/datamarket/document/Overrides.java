package org.datamarket.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Overrides of a document from the command line: {@code a.b=value}, where {@code a[1].b} names the
 * second entry of a list, {@code a.ann.b} the one whose name or id is ann, {@code a[*].b} every
 * entry, and the value is YAML. What is not there yet is added; the text {@code opt-out} on the way
 * grows into {@code {kind: opt-out}}, so that {@code buyers.strategy.shortfall=abstain} works on
 * the short form.
 */
public final class Overrides {
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d{1,7}|\\*)]");

  private static final List<String> NAMES = List.of("name", "id");

  private Overrides() {}

  /**
   * The document with the overrides made, in their order.
   *
   * @throws Mistake if one is malformed or leads through something without parts
   */
  public static Node apply(Node document, List<String> overrides) {
    return apply(document, overrides, Position.InOverride::new);
  }

  /**
   * The document with the overrides made, in their order.
   *
   * @param places where messages say that an override stands
   * @throws Mistake if one is malformed or leads through something without parts
   */
  public static Node apply(
      Node document, List<String> overrides, Function<String, Position> places) {
    Node changed = document;
    for (String override : overrides) {
      Position position = places.apply(override);
      int equals = override.indexOf('=');
      if (equals < 1) {
        throw new Mistake(position, "is not an override; expected PATH=VALUE, such as epsilon=0.1");
      }
      Node value = YamlReader.value(position, override.substring(equals + 1));
      changed = set(changed, steps(position, override.substring(0, equals).strip()), 0, value);
    }
    return changed;
  }

  /**
   * The places of a document that a path leads to, each as a list of keys and of indices such as
   * {@code [2]}: several for {@code [*]}. Names and ids of entries are told as their indices. What
   * is not there yet is told as the path has it.
   *
   * @throws Mistake if the path is malformed, or leads to an entry of a list that is not there
   */
  public static List<List<String>> places(Node document, String path) {
    Position position = new Position.InOverride(path);
    List<List<String>> places = new ArrayList<>();
    follow(document, steps(position, path), List.of(), position, places);
    return places;
  }

  private static void follow(
      Node node,
      List<String> steps,
      List<String> behind,
      Position position,
      List<List<String>> places) {
    int at = behind.size();
    if (at == steps.size()) {
      places.add(behind);
    } else if (node instanceof Node.Sequence sequence) {
      int[] range = range(sequence, String.join(".", behind), steps.get(at), position);
      for (int k = range[0]; k <= range[1]; k++) {
        follow(sequence.items().get(k), steps, longer(behind, "[" + k + "]"), position, places);
      }
    } else {
      String step = steps.get(at);
      Node inner = node instanceof Node.Mapping map ? map.find(step).orElse(null) : null;
      follow(inner, steps, longer(behind, step), position, places);
    }
  }

  private static List<String> longer(List<String> list, String last) {
    List<String> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  private static List<String> steps(Position position, String path) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      steps.add(matcher.group(1) != null ? matcher.group(1).strip() : "[" + matcher.group(2) + "]");
      end = matcher.end();
    }
    if (end != path.length() || steps.get(0).startsWith("[")) {
      throw new Mistake(
          position,
          Words.quoted(path)
              + " is not a path; expected names with dots between them, and [0] for an entry of a"
              + " list");
    }
    return steps;
  }

  private static Node set(Node node, List<String> steps, int at, Node value) {
    if (at == steps.size()) {
      return value;
    }
    String path = String.join(".", steps.subList(0, at)).replace(".[", "[");
    String step = steps.get(at);
    if (node instanceof Node.Sequence sequence) {
      return setItem(sequence, path, steps, at, value);
    }
    if (step.startsWith("[")) {
      throw new Mistake(
          value.position(),
          path + " is " + node.inWords() + ", not a list; expected a name after it, not " + step);
    }
    Node.Mapping mapping = asMapping(node, path, step, value.position());
    Node inner = mapping.find(step).orElse(new Node.Mapping(value.position(), List.of()));
    return withKey(mapping, step, set(inner, steps, at + 1, value), value.position());
  }

  /**
   * A new key stands where the override is; an old one where it was, unless its value is replaced.
   */
  private static Node.Mapping withKey(
      Node.Mapping mapping, String key, Node inner, Position position) {
    List<Node.Entry> entries = new ArrayList<>(mapping.entries());
    Node.Entry changed = new Node.Entry(position, key, inner);
    for (int k = 0; k < entries.size(); k++) {
      if (entries.get(k).key().equals(key)) {
        entries.set(k, changed);
        return new Node.Mapping(mapping.position(), entries);
      }
    }
    entries.add(changed);
    return new Node.Mapping(mapping.position(), entries);
  }

  private static Node.Mapping asMapping(Node node, String path, String step, Position position) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    Node.Scalar scalar = (Node.Scalar) node;
    if (scalar.isNothing()) {
      return new Node.Mapping(position, List.of());
    }
    if (scalar.quoted() || Numbers.isDecimal(scalar.text())) {
      throw new Mistake(
          position,
          path
              + " is "
              + scalar.inWords()
              + ", which has no part "
              + Words.quoted(step)
              + "; expected "
              + path
              + "=VALUE");
    }
    return new Node.Mapping(position, List.of(new Node.Entry(scalar.position(), "kind", scalar)));
  }

  private static Node setItem(
      Node.Sequence sequence, String path, List<String> steps, int at, Node value) {
    List<Node> items = new ArrayList<>(sequence.items());
    int[] range = range(sequence, path, steps.get(at), value.position());
    for (int k = range[0]; k <= range[1]; k++) {
      items.set(k, set(items.get(k), steps, at + 1, value));
    }
    return new Node.Sequence(sequence.position(), items);
  }

  /** The first and the last index that a step means. */
  private static int[] range(Node.Sequence sequence, String path, String step, Position position) {
    List<Node> items = sequence.items();
    if (!step.startsWith("[")) {
      int named = named(items, step);
      if (named < 0) {
        throw new Mistake(
            position,
            path
                + " is a list of "
                + items.size()
                + " without one named "
                + Words.quoted(step)
                + "; expected a name, "
                + path
                + "[0] for its first entry or "
                + path
                + "[*] for all, before ."
                + step);
      }
      return new int[] {named, named};
    }
    if (step.equals("[*]")) {
      return new int[] {0, items.size() - 1};
    }
    int index = Integer.parseInt(step.substring(1, step.length() - 1));
    if (index >= items.size()) {
      throw new Mistake(
          position,
          path
              + " has no entry "
              + step
              + "; expected "
              + (items.isEmpty()
                  ? "a list that is not empty"
                  : "[0] to [" + (items.size() - 1) + "]"));
    }
    return new int[] {index, index};
  }

  /** The place of the group of a name, or of the single one of an id; −1 if there is none. */
  private static int named(List<Node> items, String name) {
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k) instanceof Node.Mapping mapping
          && NAMES.stream().anyMatch(key -> isText(mapping, key, name))) {
        return k;
      }
    }
    return -1;
  }

  private static boolean isText(Node.Mapping mapping, String key, String text) {
    return mapping.find(key).orElse(null) instanceof Node.Scalar scalar
        && scalar.text().equals(text);
  }
}
