package org.datamarket.study.file;

import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.model.file.InputText;
import org.datamarket.study.effects.SensitivityAnalysis;
import org.datamarket.study.effects.SensitivityMethod;

/**
 * Reads study files for a sensitivity analysis: the file's own design gives way to the method's,
 * and all points use the same random numbers.
 *
 * @param samples how many trajectories or blocks the design has
 */
public record SensitivityForm(SensitivityMethod method, int samples) {
  /**
   * Reads a study file for an analysis.
   *
   * @throws UserMistake if anything is wrong with the study, or it has fewer than {@value
   *     SensitivityMethod#LEAST_FACTORS} factors
   */
  public SensitivityAnalysis read(InputText file, List<String> overrides) throws UserMistake {
    return new SensitivityAnalysis(StudyFile.read(file, overrides, this::apply), method, samples);
  }

  /**
   * The document with the method's design in place of its own, and with all factors left out of the
   * seeds.
   */
  private Node apply(Node document) {
    if (!(document instanceof Node.Mapping root)) {
      return document;
    }
    List<String> factors = factors(root);
    if (factors.size() < SensitivityMethod.LEAST_FACTORS) {
      throw new Mistake(
          root.entry(FactorFormat.FACTORS.key())
              .map(Node.Entry::keyPosition)
              .orElse(root.position()),
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
    return root.find(FactorFormat.FACTORS.key())
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
