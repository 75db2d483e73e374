package org.datamarket.mechanism.file;

import java.util.List;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.Numbers;
import org.datamarket.document.Words;

/** Reads a line: what it is called, and what it asks. */
final class LineReader {
  /** What markets with a grid of prices are played by. */
  static final String QUANTIZED = "quantized";

  private static final List<String> PLAYED = List.of(QUANTIZED);

  private LineReader() {}

  static MarketLine read(Node node) {
    Node.Mapping line = Fields.mapping("a market", node, "an object with sellers and buyers");
    Optional<String> id = Fields.present("id", line).map(given -> text("id", given));
    return new MarketLine(id, question(line));
  }

  private static Question question(Node.Mapping line) {
    Optional<Node> named = Fields.present("mechanism", line);
    named.ifPresent(LineReader::refuseUnknown);
    return named.isPresent() || line.find("grid").isPresent()
        ? QuantizedReader.read(line)
        : CaseReader.read(line);
  }

  private static void refuseUnknown(Node given) {
    String name = text("mechanism", given);
    if (!PLAYED.contains(name)) {
      String others = "; all others clear markets without this key";
      throw Numbers.wrong(
          "mechanism", given, "", Words.oneOf(PLAYED) + others + Words.didYouMean(name, PLAYED));
    }
  }

  private static String text(String key, Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    throw Numbers.wrong(key, node, "", "a text");
  }
}
