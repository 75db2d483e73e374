package org.datamarket.study;

import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.Words;

/** Makes the document of a study that of a sensitivity analysis. */
record SensitivityForm(SensitivityMethod method, int samples) {

  /**
   * The document with the method's design in place of its own, and with all factors left out of the
   * seeds.
   */
  Node apply(Node document) {
    if (!(document instanceof Node.Mapping root)) {
      return document;
    }
    List<String> factors = factors(root);
    if (factors.size() < SensitivityMethod.LEAST_FACTORS) {
      throw new Mistake(
          root.entry(StudyFormat.FACTORS.key()).map(Node.Entry::keyPosition).orElse(root.position()),
          "a sensitivity analysis of "
              + (factors.isEmpty() ? "no factors" : "one factor, " + Words.quoted(factors.get(0)))
              + "; expected "
              + SensitivityMethod.LEAST_FACTORS
              + " or more");
    }
    Position position = root.position();
    Node design =
        new Node.Mapping(
            position,
            List.of(
                entry(position, "kind", method.kind()),
                entry(position, StudyFormat.SAMPLES.key(), Integer.toString(samples))));
    Node common =
        new Node.Sequence(
            position, factors.stream().map(name -> scalar(position, name, true)).toList());
    return root.with(StudyFormat.DESIGN.key(), design).with(StudyFormat.COMMON.key(), common);
  }

  private static List<String> factors(Node.Mapping root) {
    return root.find(StudyFormat.FACTORS.key())
        .filter(Node.Mapping.class::isInstance)
        .map(factors -> ((Node.Mapping) factors).entries().stream().map(Node.Entry::key).toList())
        .orElse(List.of());
  }

  private static Node.Entry entry(Position position, String key, String text) {
    return new Node.Entry(position, key, scalar(position, text, false));
  }

  private static Node scalar(Position position, String text, boolean quoted) {
    return new Node.Scalar(position, text, quoted);
  }
}
