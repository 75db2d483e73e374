package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Whatever a command throws ends in one line and in the exit code that says whose fault it is. */
class ErrorReportTest {
  @Command(name = "throwing")
  private record Throwing(Throwable thrown) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (Exception) thrown;
    }
  }

  static Stream<Arguments> thrown() {
    Throwable full = new FileSystemException("a/b.csv", null, "No space left on device");
    return Stream.of(
        Arguments.of(new OutOfMemoryError("Java heap space"), 1, "out of memory ("),
        Arguments.of(new OutOfMemoryError("Java heap space"), 1, "DATAMARKET_JAVA_OPTS=-Xmx"),
        Arguments.of(
            new OutOfMemoryError("unable to create native thread: possibly…"),
            1,
            "fewer --threads"),
        Arguments.of(new OutOfMemoryError(), 1, "out of memory ("),
        Arguments.of(new StackOverflowError(), 1, "out of stack: "),
        Arguments.of(
            new InternalError("odd"), 1, "Java itself failed: java.lang.InternalError: odd"),
        Arguments.of(new NoClassDefFoundError("sun/awt/X11"), 1, "missing or cannot be loaded"),
        Arguments.of(new UnsatisfiedLinkError("libfreetype"), 1, "libfreetype"),
        Arguments.of(
            new ExceptionInInitializerError(new IllegalStateException("here")),
            1,
            "a defect of this program"),
        Arguments.of(
            new AssertionError("never"),
            1,
            "a defect of this program, please report it: java.lang.AssertionError: never at "),
        Arguments.of(
            new AWTError("Can't connect to X11 window server"),
            2,
            "the display cannot be used: Can't connect"),
        Arguments.of(new InvocationTargetException(new StackOverflowError()), 1, "out of stack: "),
        Arguments.of(new ExecutionException(full), 1, "a/b.csv: No space left on device"),
        Arguments.of(
            new UncheckedIOException((IOException) full), 1, "a/b.csv: No space left on device"),
        Arguments.of(
            new IllegalStateException("a\nb\u202e"),
            1,
            "java.lang.IllegalStateException: a b\\u202e at "),
        Arguments.of(invalidPath(), 2, "is no name of a file"));
  }

  private static Exception invalidPath() {
    try {
      return new IllegalStateException(Path.of("a\0b").toString());
    } catch (java.nio.file.InvalidPathException expected) {
      return expected;
    }
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void anyThrowable_oneLineAndItsExitCode(Throwable thrown, int code, String part) {
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new Throwing(thrown))
            .setExecutionExceptionHandler(ErrorReport::report)
            .setErr(new PrintWriter(err));
    assertThat(Main.execute(command, new String[0])).isEqualTo(code);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("datamarket: ")
        .contains(part)
        .hasSizeLessThanOrEqualTo(400);
  }

  @Test
  void memoryAdvised_isMoreThanThereIs() {
    long gigabytes = Runtime.getRuntime().maxMemory() >> 30;
    String advice =
        ErrorReport.inOneLine(new OutOfMemoryError()).replaceAll(".*-Xmx(\\d+)g.*", "$1");
    assertThat(Long.parseLong(advice)).isGreaterThan(gigabytes);
  }
}
