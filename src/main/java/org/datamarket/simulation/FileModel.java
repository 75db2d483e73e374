package org.datamarket.simulation;

import java.nio.file.Path;
import java.util.List;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;
import org.datamarket.model.file.ModelFile;

/**
 * A market drawn from a model file, which is read anew for every draw.
 *
 * @param file the path of the file
 */
public record FileModel(String file) implements ModelSource {
  /**
   * Draws.
   *
   * @throws IllegalArgumentException in one line, if anything is wrong with the file
   */
  @Override
  public MarketModel draw(long seed) {
    try {
      return ModelFile.read(Path.of(file), List.of()).withSeed(seed).draw();
    } catch (UserMistake mistake) {
      throw new IllegalArgumentException(mistake.getMessage(), mistake);
    }
  }
}
