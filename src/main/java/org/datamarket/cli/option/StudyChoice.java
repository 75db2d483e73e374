package org.datamarket.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.model.file.InputText;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The study, and how it differs from its file. */
public final class StudyChoice {
  @Parameters(paramLabel = "STUDY", description = "The study file (YAML); - for standard input.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Sets a value of the study, for instance replications=3, or of its model; may be"
              + " repeated.")
  private List<String> overrides = new ArrayList<>();

  /** The file as it was named. */
  public Path file() {
    return file;
  }

  /** What is in the file. */
  public InputText text() throws UserMistake {
    return InputText.given(file);
  }

  /** The values that are set in it. */
  public List<String> overrides() {
    return overrides;
  }
}
