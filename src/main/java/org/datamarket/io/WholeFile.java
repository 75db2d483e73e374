package org.datamarket.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes one file, wholly or not at all, and such that a failure says which file it was: a full
 * disk by itself does not.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Body {
    /** Writes everything; the stream is closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, or replaces it: wholly or not at all.
   *
   * @throws FileSystemException with the file's name, if it cannot be written; what was there
   *     before is there still
   */
  public static void write(Path file, Body body) throws IOException {
    write(file, partialName(file.getFileName().toString()), body);
  }

  /** Writes a text in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a file that other processes may write at the same time: the last to end wins.
   *
   * @throws FileSystemException with the file's name, if it cannot be written; what was there
   *     before is there still
   */
  public static void writeAmongOthers(Path file, Body body) throws IOException {
    String partial = partialName(file.getFileName().toString());
    write(file, "%s-%s".formatted(partial, ProcessHandle.current().pid()), body);
  }

  private static void write(Path file, String partialName, Body body) throws IOException {
    Path partial = file.resolveSibling(partialName);
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
        body.writeTo(out);
      }
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException named) {
      throw of(partial, named) ? renamed(file, named) : named;
    } catch (IOException nameless) {
      throw renamed(file, nameless);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** What a file is called while it is written. */
  public static String partialName(String name) {
    return ".%s.partial".formatted(name);
  }

  private static boolean of(Path partial, FileSystemException failure) {
    return partial.toString().equals(failure.getFile());
  }

  /** The same failure, of the file that was to be written. */
  private static FileSystemException renamed(Path file, IOException cause) {
    String reason =
        cause instanceof FileSystemException named ? named.getReason() : cause.getMessage();
    FileSystemException failure =
        cause instanceof NoSuchFileException
            ? new NoSuchFileException(file.toString(), null, reason)
            : cause instanceof AccessDeniedException
                ? new AccessDeniedException(file.toString(), null, reason)
                : new FileSystemException(file.toString(), null, reason);
    failure.initCause(cause);
    return failure;
  }
}
