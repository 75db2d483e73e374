package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datamarket.cli.console.RememberingStream;

/** Commands run within this Java machine, with what they print. */
final class Shell {
  private Shell() {}

  /** What a command printed, and its exit code. */
  record Outcome(int exit, String out, String err) {
    /**
     * The one line of a user's mistake, without the program's name; nothing else may be printed.
     */
    String mistake() {
      assertThat(err)
          .startsWith("datamarket: ")
          .endsWith("\n")
          .doesNotContain("\tat ", "Exception");
      assertThat(err.lines()).as("lines of\n" + err).hasSize(1);
      assertThat(exit).as(err).isEqualTo(ExitCode.MISTAKE);
      assertThat(out).isEmpty();
      return err.strip().substring("datamarket: ".length());
    }

    /** What a command printed that was done. */
    String done() {
      assertThat(err).isEmpty();
      assertThat(exit).isZero();
      return out;
    }
  }

  static Outcome run(Object... words) {
    return runWith(new byte[0], words);
  }

  static Outcome runWith(byte[] stdin, Object... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try {
      System.setOut(RememberingStream.on(printed).stream());
      System.setErr(RememberingStream.on(told).stream());
      System.setIn(new ByteArrayInputStream(stdin));
      String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
      int exit = Main.execute(Main.commandLine(), arguments);
      return new Outcome(
          exit, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
      System.setIn(in);
    }
  }

  /** All that is below a folder, hidden things too. */
  static List<String> tree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }
}
