package org.datamarket.study.sweep;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.datamarket.document.UserMistake;

/**
 * A file to which whole lines are added at the end, by one program at a time. A line reaches the
 * operating system before anything else is done; so whatever kills the program, what was added
 * stays, save perhaps the end of a line, which does not count. Several times a minute the file is
 * forced to the disk, against a failing machine.
 */
final class JournalFile implements Closeable {
  private static final long FORCE_NANOS = 5_000_000_000L;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private long end;
  private boolean unforced;
  private long forced = System.nanoTime();

  private JournalFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Is told of each whole line. */
  @FunctionalInterface
  interface LineReader {
    /**
     * A line.
     *
     * @param start where it begins, in bytes
     * @param length without its line break, in bytes
     */
    void line(String text, long start, int length) throws IOException, UserMistake;
  }

  /**
   * Opens a file to go on with it, or begins it.
   *
   * @throws UserMistake if another program has it open in this way
   */
  static JournalFile toWrite(Path file) throws IOException, UserMistake {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!isFree(channel)) {
      channel.close();
      throw new UserMistake(file, "another sweep is at work on it");
    }
    return new JournalFile(file, channel);
  }

  /** Opens a file to read it, even while another program writes it. */
  static JournalFile toRead(Path file) throws IOException {
    return new JournalFile(file, FileChannel.open(file, StandardOpenOption.READ));
  }

  /** Whether a program has a file open to go on with it. */
  static boolean isInUse(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return !isFree(channel);
    }
  }

  /**
   * Locks a byte far behind the end, so that the file itself can be read everywhere. Where the file
   * system knows no locks, there is none.
   */
  @SuppressWarnings("unused") // the lock lives as long as the channel
  private static boolean isFree(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException ourselves) {
      return false;
    } catch (IOException withoutLocks) {
      return true;
    }
  }

  /** Reads all whole lines. */
  void read(LineReader reader) throws IOException, UserMistake {
    ByteBuffer block = ByteBuffer.allocate(BUFFER);
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    for (long at = 0; channel.read(block, at) > 0; at += block.position(), block.clear()) {
      int from = 0;
      for (int k = 0; k < block.position(); k++) {
        if (block.get(k) == '\n') {
          begun.write(block.array(), from, k - from);
          reader.line(begun.toString(StandardCharsets.UTF_8), end, begun.size());
          end += begun.size() + 1;
          begun.reset();
          from = k + 1;
        }
      }
      begun.write(block.array(), from, block.position() - from);
    }
  }

  /** The beginning of what stands after the last whole line. */
  String tail(int length) throws IOException {
    ByteBuffer torn = ByteBuffer.allocate(length);
    channel.read(torn, end);
    return new String(torn.array(), 0, torn.position(), StandardCharsets.UTF_8);
  }

  /** Cuts off what stands after the last whole line. */
  void cutTail() throws IOException {
    channel.truncate(end);
  }

  /** The line in a place. */
  String line(long start, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new EOFException(file + ": has become shorter");
      }
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  /** Where the next line will begin. */
  long end() {
    return end;
  }

  /**
   * Writes a line.
   *
   * @return its length
   * @throws IOException if it cannot; what was written of it is taken back
   */
  int append(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer, end + buffer.position());
      }
    } catch (IOException failure) {
      try {
        channel.truncate(end);
      } catch (IOException torn) {
        failure.addSuppressed(torn); // cut off when it is opened again
      }
      throw named(failure);
    }
    end += bytes.length;
    unforced = true;
    return bytes.length - 1;
  }

  /** Forces what was added to the disk, if that was not done for some time. */
  void forceNowAndThen() throws IOException {
    if (System.nanoTime() - forced > FORCE_NANOS) {
      force();
    }
  }

  /** Forces what was added to the disk. */
  void force() throws IOException {
    try {
      channel.force(false);
    } catch (IOException failure) {
      throw named(failure);
    }
    forced = System.nanoTime();
    unforced = false;
  }

  private IOException named(IOException nameless) {
    FileSystemException named =
        new FileSystemException(file.toString(), null, nameless.getMessage());
    named.initCause(nameless);
    return named;
  }

  /** Forces what was added to the disk, and lets go of the file. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (unforced) {
        force();
      }
    }
  }
}
