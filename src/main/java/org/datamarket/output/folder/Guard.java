package org.datamarket.output.folder;

import java.io.IOException;
import java.nio.file.Path;

/** What is to be known of a folder beyond its manifest before it is replaced. */
public interface Guard {
  /** Knows of nothing more. */
  Guard NONE =
      new Guard() {
        @Override
        public boolean isOwn(String name, Path file) {
          return false;
        }

        @Override
        public boolean isInUse(Path folder) {
          return false;
        }
      };

  /**
   * Whether a file is the program's though it is not as the manifest says: one that grows.
   *
   * @param name within the folder
   */
  boolean isOwn(String name, Path file) throws IOException;

  /** Whether a program is at work on the folder. */
  boolean isInUse(Path folder) throws IOException;
}
