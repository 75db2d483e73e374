package org.datamarket.mechanism.file;

import org.datamarket.document.Node;
import org.datamarket.document.Numbers;

/** Reads a line: what it is called, and what it asks. */
final class LineReader {
  private LineReader() {}

  static MarketLine read(Node node) {
    Node.Mapping line = Fields.mapping("a market", node, "an object with sellers and buyers");
    return new MarketLine(Fields.present("id", line).map(LineReader::id), CaseReader.read(line));
  }

  private static String id(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    throw Numbers.wrong("id", node, "", "a text");
  }
}
