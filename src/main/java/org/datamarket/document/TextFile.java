package org.datamarket.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The text of a file in UTF-8, or a mistake that says why there is none. A regular file can be read
 * as often as need be. A stream (a pipe, a device, standard input) gives its text once, and who
 * knows how much of it: so it is read only where that is enough, and up to a limit.
 */
public final class TextFile {
  /** The argument that stands for standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  private static final long MOST_BYTES = 256L << 20;
  private static final int MOST_STREAM_BYTES = 64 << 20;
  private static final int OPENING_SECONDS = 3;

  private TextFile() {}

  /**
   * Reads a regular file.
   *
   * @param from where the file was named: the mistake's position when it cannot be read at all
   * @param file the file
   * @param label how messages call the file
   * @throws Mistake if it is missing, no regular file, unreadable, too large or not UTF-8
   */
  public static String read(Position from, Path file, String label) {
    return decode(bytes(from, file), label);
  }

  /**
   * The bytes of a regular file.
   *
   * @param from where the file was named
   * @throws Mistake if it is missing, no regular file, unreadable or too large
   */
  public static byte[] bytes(Position from, Path file) {
    refuseDirectory(from, file);
    if (isStream(file)) {
      throw new Mistake(
          from,
          Words.shortened(file.toString())
              + " is a pipe or a device; expected a regular file, for it is read more than once");
    }
    return reading(
        from,
        file,
        () -> {
          if (Files.size(file) > MOST_BYTES) {
            throw new Mistake(
                from, file + " has " + Files.size(file) + " bytes; expected at most " + MOST_BYTES);
          }
          return Files.readAllBytes(file);
        });
  }

  /**
   * The bytes of a file of any kind, read once: of a regular file, a pipe, a device, or of standard
   * input when the file is {@link #STANDARD_INPUT}.
   *
   * @param from where the file was named
   * @throws Mistake if it is missing, a directory, unreadable or too large, or a pipe that nobody
   *     opens for writing within {@value #OPENING_SECONDS} seconds
   */
  public static byte[] bytesOnce(Position from, Path file) {
    if (file.equals(STANDARD_INPUT)) {
      return reading(from, file, () -> drained(from, System.in));
    }
    if (!isStream(file)) {
      return bytes(from, file);
    }
    return reading(
        from,
        file,
        () -> {
          try (InputStream in = opened(from, file)) {
            return drained(from, in);
          }
        });
  }

  /** Whether a file is there that is neither a regular one nor a directory. */
  public static boolean isStream(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void refuseDirectory(Position from, Path file) {
    if (Files.isDirectory(file)) {
      throw new Mistake(from, file + " is a directory; expected a file");
    }
  }

  private interface Reading {
    byte[] bytes() throws IOException;
  }

  private static byte[] reading(Position from, Path file, Reading reading) {
    try {
      return reading.bytes();
    } catch (NoSuchFileException e) {
      throw new Mistake(from, "there is no file " + file);
    } catch (AccessDeniedException e) {
      throw new Mistake(from, file + " may not be read: permission denied");
    } catch (IOException e) {
      throw new Mistake(from, file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Opens a stream. To open a pipe waits for somebody who writes into it; this does not do so for
   * ever.
   */
  private static InputStream opened(Position from, Path file) throws IOException {
    FutureTask<InputStream> opening = new FutureTask<>(() -> Files.newInputStream(file));
    Thread thread = new Thread(opening, "opening " + file);
    thread.setDaemon(true);
    thread.start();
    try {
      return opening.get(OPENING_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException nobody) {
      throw new Mistake(
          from,
          "nothing has opened this pipe for writing in %d seconds; expected a file, or a pipe that something writes into"
              .formatted(OPENING_SECONDS));
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException refused) {
        throw refused;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /**
   * All that a stream gives. A zero byte ends it at once: no text has one, and some devices nothing
   * else.
   */
  private static byte[] drained(Position from, InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 16];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      for (int k = 0; k < count; k++) {
        if (chunk[k] == 0) {
          throw new Mistake(from, "gives a zero byte; expected text in UTF-8");
        }
      }
      if (all.size() + count > MOST_STREAM_BYTES) {
        throw new Mistake(
            from, "gives more than " + MOST_STREAM_BYTES + " bytes; expected at most as many");
      }
      all.write(chunk, 0, count);
    }
    return all.toByteArray();
  }

  /**
   * The text that bytes are, without a byte order mark.
   *
   * @param label how messages call where they are from
   * @throws Mistake if they are not UTF-8
   */
  public static String decode(byte[] bytes, String label) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String hex = String.format("0x%02X", bytes[in.position()] & 0xff);
      throw new Mistake(
          at(label, text, text.length()),
          "byte " + hex + " is not UTF-8; expected a file saved as UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The line and column of a place in a text. */
  static Position at(String label, String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int k = 0; k < index; k++) {
      if (text.charAt(k) == '\n') {
        line++;
        lineStart = k + 1;
      }
    }
    return new Position.InText(label, line, text.codePointCount(lineStart, index) + 1);
  }
}
