package org.datamarket.document;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes nodes as YAML that any reader takes the same way: block style, small mappings and lists of
 * plain values on one line, every text that could be taken for something else in double quotes.
 */
public final class YamlWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.$/-]*");
  private static final List<String> WORDS =
      List.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /** The YAML of a mapping, ending in a line break. */
  public static String write(Node.Mapping root) {
    YamlWriter writer = new YamlWriter();
    writer.block(root, 0, false);
    return writer.out.toString();
  }

  /** A node on one line, as an override has it. */
  public static String inline(Node node) {
    return flow(node);
  }

  private void block(Node.Mapping mapping, int indent, boolean continuesLine) {
    boolean first = continuesLine;
    for (Node.Entry entry : mapping.entries()) {
      out.append(first ? "" : " ".repeat(indent)).append(scalar(entry.key(), false)).append(':');
      first = false;
      value(entry.value(), indent + 2);
    }
  }

  private void value(Node node, int indent) {
    String line = flow(node);
    boolean short_ = isLeaf(node) && indent + line.length() < WIDTH;
    if (node instanceof Node.Scalar || short_) {
      out.append(' ').append(line).append('\n');
    } else if (node instanceof Node.Mapping mapping) {
      out.append('\n');
      block(mapping, indent, false);
    } else if (node instanceof Node.Sequence sequence) {
      out.append('\n');
      items(sequence, indent);
    }
  }

  private void items(Node.Sequence sequence, int indent) {
    for (Node item : sequence.items()) {
      out.append(" ".repeat(indent)).append('-');
      if (item instanceof Node.Mapping mapping && !isLeaf(mapping)) {
        out.append(' ');
        block(mapping, indent + 2, true);
      } else {
        value(item, indent + 2);
      }
    }
  }

  /** Whether a node is better read on one line: it holds at most one level of plain values. */
  private static boolean isLeaf(Node node) {
    if (node instanceof Node.Mapping mapping) {
      boolean onlyMapping =
          mapping.entries().size() == 1 && isFlat(mapping.entries().get(0).value());
      return mapping.entries().isEmpty() || onlyMapping || isFlat(mapping);
    }
    return isFlat(node);
  }

  private static boolean isFlat(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries().stream().allMatch(entry -> entry.value() instanceof Node.Scalar);
    }
    return !(node instanceof Node.Sequence sequence)
        || sequence.items().stream().allMatch(item -> item instanceof Node.Scalar);
  }

  private static String flow(Node node) {
    if (node instanceof Node.Mapping mapping) {
      List<String> parts =
          mapping.entries().stream()
              .map(entry -> scalar(entry.key(), false) + ": " + flow(entry.value()))
              .toList();
      return "{" + String.join(", ", parts) + "}";
    }
    if (node instanceof Node.Sequence sequence) {
      return "["
          + String.join(", ", sequence.items().stream().map(YamlWriter::flow).toList())
          + "]";
    }
    Node.Scalar text = (Node.Scalar) node;
    boolean flag = !text.quoted() && (text.text().equals("true") || text.text().equals("false"));
    return flag ? text.text() : scalar(text.text(), !text.quoted());
  }

  private static String scalar(String text, boolean mayBeNumber) {
    boolean plain =
        PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
    return plain || (mayBeNumber && Numbers.isDecimal(text)) ? text : inQuotes(text);
  }

  private static String inQuotes(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default ->
            quoted.append(isPrintable(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(char c) {
    return c >= ' '
        && c != 0x7f
        && !(c >= 0x80 && c < 0xa0)
        && c != 0x2028
        && c != 0x2029
        && c != 0xfeff;
  }
}
