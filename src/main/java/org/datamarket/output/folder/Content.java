package org.datamarket.output.folder;

import java.io.IOException;
import java.nio.file.Path;

/** Something that belongs into a run's folder: one file, or several. */
@FunctionalInterface
public interface Content {

  /**
   * Writes its files.
   *
   * @param folder exists, and holds what contents before this one have written
   * @throws IOException if something cannot be written; the whole folder is given up then
   */
  void writeTo(Path folder) throws IOException;
}
