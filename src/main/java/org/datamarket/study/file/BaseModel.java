package org.datamarket.study.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.UserMistake;
import org.datamarket.document.type.Fields;
import org.datamarket.model.file.ModelFile;
import org.datamarket.study.Settings;
import org.datamarket.study.StudyRunner;

/** Reads the base model of a study, and makes the study's fixed changes in it. */
final class BaseModel {
  private final Fields study;
  private final Path path;

  /**
   * @param file the study file
   * @param study what it says
   * @throws Mistake if no file can have the model's name
   */
  BaseModel(Path file, Fields study) {
    this.study = study;
    this.path = NamedFile.path(file, study, StudyFormat.MODEL, "a model file");
  }

  /** The model file. */
  Path path() {
    return path;
  }

  /**
   * Reads the model.
   *
   * @throws UserMistake if it is wrong, or a change of it is
   */
  ModelFile read() throws UserMistake {
    ModelFile plain = plain();
    List<String> set = new ArrayList<>();
    for (Node.Entry entry : changes()) {
      List<String> overrides = overrides(entry);
      try {
        plain.checkSettings(overrides);
      } catch (Mistake mistake) {
        throw new Mistake(entry.keyPosition(), mistake.what());
      }
      set.addAll(overrides);
    }
    try {
      return set.isEmpty() ? plain : ModelFile.readWithSettings(path, set);
    } catch (UserMistake together) {
      throw new Mistake(
          wrongChange(together.first()),
          "with these changes the base model is wrong: " + together.getMessage());
    }
  }

  private ModelFile plain() throws UserMistake {
    try {
      return ModelFile.read(path, List.of());
    } catch (UserMistake unusable) {
      throw new UserMistake(
          "%s: the base model: %s"
              .formatted(study.position(StudyFormat.MODEL), unusable.getMessage()));
    }
  }

  private List<Node.Entry> changes() {
    return study.get(StudyFormat.SET).entries();
  }

  private static List<String> overrides(Node.Entry change) {
    return Settings.value(change.key(), change.value()).overrides();
  }

  /** The change in which a mistake stands, or else one that is wrong by itself. */
  private Position wrongChange(Mistake mistake) {
    for (Node.Entry entry : changes()) {
      if (StudyRunner.isAbout(mistake, Settings.value(entry.key(), entry.value()))) {
        return entry.keyPosition();
      }
    }
    for (Node.Entry entry : changes()) {
      try {
        ModelFile.readWithSettings(path, overrides(entry));
      } catch (UserMistake alone) {
        return entry.keyPosition();
      }
    }
    return study.position(StudyFormat.SET);
  }
}
