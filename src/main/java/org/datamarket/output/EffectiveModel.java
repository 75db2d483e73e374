package org.datamarket.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datamarket.io.WholeFile;
import org.datamarket.model.population.Inputs;
import org.datamarket.output.folder.Content;

/**
 * {@code model.yaml}, the model with every default and override written out, and copies of the
 * tables that it names: it runs again to the same bytes.
 *
 * @param yaml the effective model
 * @param inputs the tables to copy
 */
public record EffectiveModel(String yaml, List<Path> inputs) implements Content {
  /** The name of the file. */
  public static final String FILE = "model.yaml";

  @Override
  public void writeTo(Path folder) throws IOException {
    WholeFile.write(folder.resolve(FILE), yaml);
    for (Path input : inputs) {
      Path copies = Files.createDirectories(folder.resolve(Inputs.FOLDER));
      Files.copy(input, copies.resolve(input.getFileName()));
    }
  }
}
