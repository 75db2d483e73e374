package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.UserMistake;
import org.datamarket.document.YamlReader;
import org.datamarket.model.file.InputText;
import org.datamarket.study.Study;

/** Study files: many runs of one model, described in YAML ({@code docs/studies.md}). */
public final class StudyFile {
  private StudyFile() {}

  /**
   * Reads and checks a study file, its model, and its table of points if it names one.
   *
   * @param file the file, a regular one, YAML in UTF-8
   * @param overrides values that take the place of the file's, each {@code path=value}; what is no
   *     key of a study is one of its base model, as if it stood under {@code set}
   * @throws UserMistake if anything is wrong with the study, the model or an override
   */
  public static Study read(Path file, List<String> overrides) throws UserMistake {
    try {
      return read(InputText.ofFile(file), overrides);
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * Checks a study file whose text has been read.
   *
   * @throws UserMistake if anything is wrong with the study, the model or an override
   */
  public static Study read(InputText text, List<String> overrides) throws UserMistake {
    return read(text, overrides, UnaryOperator.identity());
  }

  /** Reads a study file whose document is changed once the overrides are applied. */
  static Study read(InputText text, List<String> overrides, UnaryOperator<Node> change)
      throws UserMistake {
    try {
      Node document = YamlReader.read(text.file().toString(), text.text());
      if (!(document instanceof Node.Mapping)) {
        throw new Mistake(
            document.position(),
            "is %s; expected a study, beginning with format: 1".formatted(document.inWords()));
      }
      Node changed = change.apply(StudyOverrides.apply(document, overrides));
      return new StudyReader(text.place(), StudyFormat.STUDY.read("", changed).value()).read();
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }
}
