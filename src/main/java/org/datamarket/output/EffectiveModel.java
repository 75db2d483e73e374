package org.datamarket.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code model.yaml}, the model with every default and override written out, and the tables that it
 * names beside it: it runs again to the same bytes.
 *
 * @param yaml the effective model
 * @param inputs the tables to copy
 */
public record EffectiveModel(String yaml, List<Path> inputs) implements Content {
  /** The name of the file. */
  public static final String FILE = "model.yaml";

  @Override
  public void writeTo(Path folder) throws IOException {
    OutputFile.write(folder.resolve(FILE), yaml);
    for (Path input : inputs) {
      Files.copy(input, folder.resolve(input.getFileName()));
    }
  }
}
