package org.datamarket.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one file such that a failure says which file it was: a full disk by itself does not. */
public final class OutputFile {
  private OutputFile() {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Body {
    /** Writes everything; the stream is closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, or replaces it.
   *
   * @throws FileSystemException with the file's name, if it cannot be written
   */
  public static void write(Path file, Body body) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      body.writeTo(out);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException nameless) {
      FileSystemException named =
          new FileSystemException(file.toString(), null, nameless.getMessage());
      named.initCause(nameless);
      throw named;
    }
  }

  /** Writes a text in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
