package org.datamarket.model.source;

import java.io.IOException;
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

/** The text of a file in UTF-8, or a mistake that says why there is none. */
public final class TextFile {
  private static final long MOST_BYTES = 256L << 20;

  private TextFile() {}

  /**
   * Reads a file.
   *
   * @param from where the file was named: the mistake's position when it cannot be read at all
   * @param file the file
   * @param label how messages call the file
   * @throws Mistake if it is missing, a directory, unreadable, too large or not UTF-8
   */
  public static String read(Position from, Path file, String label) {
    if (Files.isDirectory(file)) {
      throw new Mistake(from, file + " is a directory; expected a file");
    }
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new Mistake(
            from, file + " has " + Files.size(file) + " bytes; expected at most " + MOST_BYTES);
      }
      return decode(Files.readAllBytes(file), label);
    } catch (NoSuchFileException e) {
      throw new Mistake(from, "there is no file " + file);
    } catch (AccessDeniedException e) {
      throw new Mistake(from, file + " may not be read: permission denied");
    } catch (IOException e) {
      throw new Mistake(from, file + " cannot be read: " + e.getMessage());
    }
  }

  private static String decode(byte[] bytes, String label) {
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
