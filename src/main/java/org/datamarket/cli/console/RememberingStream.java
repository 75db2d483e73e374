package org.datamarket.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A stream to print to that remembers why it could not be written: a PrintStream does not say. */
public final class RememberingStream extends FilterOutputStream {
  private IOException failure;

  private RememberingStream(OutputStream out) {
    super(out);
  }

  /** The printing end and what it is remembered by. */
  public record Printer(PrintStream stream, RememberingStream output) {
    /** The same end for the program's own text, whose colours a terminal is to see. */
    public PrintStream own() {
      return new PrintStream(output, true, StandardCharsets.UTF_8);
    }

    /** Why printing failed, in a few words; nothing if it did not, or if its reader has gone. */
    public Optional<String> failure() {
      stream.flush();
      return Optional.ofNullable(output.failure)
          .map(failure -> String.valueOf(failure.getMessage()))
          .filter(reason -> !isReaderGone(reason));
    }

    /** A reader that closes the pipe has seen enough, as {@code head} has. */
    private static boolean isReaderGone(String reason) {
      String text = reason.toLowerCase(Locale.ROOT);
      return text.contains("broken pipe") || text.contains("pipe is being closed");
    }
  }

  /** Prints to a stream in UTF-8, what is hidden being made visible. */
  public static Printer on(OutputStream stream) {
    RememberingStream output = new RememberingStream(stream);
    return new Printer(
        new PrintStream(new VisibleStream(output), true, StandardCharsets.UTF_8), output);
  }

  /**
   * The error stream as it is, for progress that moves a terminal's cursor; no text of users
   * belongs there.
   */
  static PrintStream terminal() {
    return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) throws IOException {
    remembering(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    remembering(() -> out.write(bytes, from, count));
  }

  @Override
  public void flush() throws IOException {
    remembering(out::flush);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void remembering(Writing writing) throws IOException {
    try {
      writing.run();
    } catch (IOException why) {
      failure = failure == null ? why : failure;
      throw why;
    }
  }
}
