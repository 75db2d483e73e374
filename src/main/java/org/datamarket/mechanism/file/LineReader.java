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

  /** How markets with a grid of prices go to one price. */
  static final String UNIQUE = "quantized-unique";

  /** What markets of resources are played by. */
  static final String ROUTES = "routes";

  private static final List<String> PLAYED = List.of(QUANTIZED, UNIQUE, ROUTES);

  private LineReader() {}

  static MarketLine read(Node node) {
    Node.Mapping line = Fields.mapping("a market", node, "an object with sellers and buyers");
    Optional<String> id = Fields.present("id", line).map(given -> text("id", given));
    return new MarketLine(id, question(line));
  }

  private static Question question(Node.Mapping line) {
    String mechanism =
        Fields.present("mechanism", line)
            .map(LineReader::mechanism)
            .orElseGet(() -> line.find("grid").isPresent() ? QUANTIZED : played(line));
    return switch (mechanism) {
      case QUANTIZED -> QuantizedReader.read(line);
      case UNIQUE -> QuantizedReader.readUnique(line);
      case ROUTES ->
          line.find("resources").isPresent() || line.find("sellers").isEmpty()
              ? RoutesReader.read(line)
              : RoutesReader.readTopology(line);
      default -> CaseReader.read(line);
    };
  }

  /** What a market without a grid is played by; empty for one that is cleared once. */
  private static String played(Node.Mapping line) {
    return line.find("resources").isPresent() ? ROUTES : "";
  }

  private static String mechanism(Node given) {
    String name = text("mechanism", given);
    if (!PLAYED.contains(name)) {
      String others = "; all others clear markets without this key";
      throw Numbers.wrong(
          "mechanism", given, "", Words.oneOf(PLAYED) + others + Words.didYouMean(name, PLAYED));
    }
    return name;
  }

  private static String text(String key, Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    throw Numbers.wrong(key, node, "", "a text");
  }
}
