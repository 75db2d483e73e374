package org.datamarket.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.datamarket.document.Visible;

/**
 * The last thing that text in UTF-8 passes on its way to a terminal: what would act there rather
 * than be seen, from whatever file or argument it comes, is shown as {@link Visible} shows it. Line
 * ends stay as they are.
 */
final class VisibleStream extends FilterOutputStream {
  /** First bytes of the two and three bytes that hidden characters beyond ASCII have. */
  private static final int C1 = 0xc2;

  private static final int ARABIC_MARK = 0xd8;
  private static final int PUNCTUATION = 0xe2;

  private final byte[] held = new byte[3];
  private int count;

  VisibleStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int start = from;
    int end = from + length;
    for (int at = from; at < end; at++) {
      if (count == 0 && isPlain(bytes[at] & 0xff)) {
        continue;
      }
      out.write(bytes, start, at - start);
      take(bytes[at]);
      start = at + 1;
    }
    out.write(bytes, start, end - start);
  }

  /** Whether a byte is certain not to begin or to be a hidden character. */
  private static boolean isPlain(int b) {
    return b != C1 && b != ARABIC_MARK && b != PUNCTUATION && !(b < 0x80 && Visible.isHidden(b));
  }

  private void take(byte b) throws IOException {
    if (count > 0 && !goesOn(b)) {
      release();
    }
    if (count == 0 && isPlain(b & 0xff)) {
      out.write(b);
      return;
    }
    held[count++] = b;
    if (isComplete()) {
      release();
    }
  }

  /**
   * Whether a byte belongs to what is held: the line feed after a carriage return, or a part of a
   * character.
   */
  private boolean goesOn(byte b) {
    return held[0] == '\r' ? b == '\n' : (held[0] & 0x80) != 0 && (b & 0xc0) == 0x80;
  }

  private boolean isComplete() {
    int length =
        switch (held[0] & 0xff) {
          case PUNCTUATION -> 3;
          case C1, ARABIC_MARK, '\r' -> 2;
          default -> 1;
        };
    return count == length;
  }

  /** Writes what is held, escaped if it is hidden. */
  private void release() throws IOException {
    byte[] bytes = Arrays.copyOf(held, count);
    boolean lineEnd = count == 2 && held[0] == '\r';
    count = 0;
    int character = new String(bytes, UTF_8).codePointAt(0);
    out.write(
        !lineEnd && Visible.isHidden(character)
            ? Visible.escape(character).getBytes(UTF_8)
            : bytes);
  }

  @Override
  public void close() throws IOException {
    if (count > 0) {
      release();
    }
    super.close();
  }
}
