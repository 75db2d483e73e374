package org.datamarket.document.type;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/**
 * A text.
 *
 * @param longest the most characters it may have
 * @param naming whether it names somebody: not empty, and a whole number is taken as its digits
 */
public record TextType(int longest, boolean naming) implements Type<String> {
  private static final Set<String> NOT_TEXT =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE", "Null", "NULL");

  /** Any text. */
  public static TextType text(int longest) {
    return new TextType(longest, false);
  }

  /** The name of somebody or something. */
  public static TextType label() {
    return new TextType(200, true);
  }

  @Override
  public Read<String> read(String what, Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
      throw Numbers.wrong(what, node, "", expected());
    }
    String text = scalar.text();
    boolean number = !scalar.quoted() && Numbers.isDecimal(text);
    boolean digits = text.matches("0|-?[1-9]\\d*+");
    if (!scalar.quoted() && (NOT_TEXT.contains(text) || (number && !(naming && digits)))) {
      throw Numbers.wrong(
          what, node, " (not text)", expected() + ", in quotes if it looks like a number");
    }
    if (text.codePointCount(0, text.length()) > longest || (naming && text.isBlank())) {
      throw Numbers.wrong(what, node, "", expected());
    }
    if (naming && text.chars().anyMatch(Character::isISOControl)) {
      throw Numbers.wrong(what, node, " (with a line break or the like)", expected());
    }
    return new Read<>(new Node.Scalar(node.position(), text, true), text);
  }

  @Override
  public String expected() {
    return (naming ? "a name" : "a text") + " of at most " + longest + " characters";
  }

  @Override
  public ObjectNode schema(Definitions definitions) {
    ObjectNode schema = Definitions.object();
    if (naming) {
      schema.putArray("type").add("string").add("integer");
      schema.put("minLength", 1);
    } else {
      schema.put("type", "string");
    }
    return schema.put("maxLength", longest);
  }

  @Override
  public String name() {
    return naming ? "name" : "text";
  }
}
