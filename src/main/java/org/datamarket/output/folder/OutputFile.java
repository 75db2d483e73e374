package org.datamarket.output.folder;

import java.io.IOException;
import java.nio.file.Path;
import org.datamarket.io.WholeFile;

/** What {@link WholeFile} was called. */
public final class OutputFile {
  private OutputFile() {}

  /** {@link WholeFile#write(Path, WholeFile.Body)}. */
  public static void write(Path file, WholeFile.Body body) throws IOException {
    WholeFile.write(file, body);
  }

  /** {@link WholeFile#write(Path, String)}. */
  public static void write(Path file, String text) throws IOException {
    WholeFile.write(file, text);
  }
}
