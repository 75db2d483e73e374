package org.datamarket.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own, as a shell starts it. */
final class Program {
  private static final long PATIENCE_SECONDS = 120;
  static final Path JAR = Path.of(System.getProperty("datamarket.jar")).toAbsolutePath();
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path out;
  private final Path err;
  private final Process process;

  private Program(List<String> command) throws IOException {
    out = Files.createTempFile("out", null);
    err = Files.createTempFile("err", null);
    process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
  }

  /** What a process printed, and its exit code. */
  record Outcome(int exit, String out, String err) {}

  /**
   * Starts the program with arguments; an interrupt reaches it even where the shell ignores them.
   */
  static Program start(Object... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("env", "--default-signal=INT", JAVA, "-jar", JAR.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Program(command);
  }

  /** Runs a line of shell, in which {@code datamarket} is the program. */
  static Outcome shell(String line) throws Exception {
    String script =
        "datamarket() { '" + JAVA + "' -XX:-UsePerfData -jar '" + JAR + "' \"$@\"; }\n" + line;
    return new Program(List.of("bash", "-c", script)).outcome();
  }

  /** Runs a class of the jar. */
  static Outcome main(String type, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA, "-cp", JAR.toString(), type));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Program(command).outcome();
  }

  /** Sends the signal of Ctrl-C. */
  void interrupt() throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** Kills it without a word, and waits until it is gone. */
  void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Waits for its end. */
  Outcome outcome() throws Exception {
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
      return new Outcome(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }
}
