package org.datamarket.cli;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.datamarket.cli.console.Counted;
import org.datamarket.cli.console.MachineLimits;
import org.datamarket.document.FileNames;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.output.folder.OutputException;
import org.datamarket.study.sweep.Engine.EngineException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports what went wrong in one line, and whose fault it is by the exit code. */
final class ErrorReport {
  private static final int MOST_LINES = 20;

  private ErrorReport() {}

  /** Prints a sentence on the error stream, as the program's. */
  static void print(String sentence) {
    System.err.println(asOurs(sentence));
  }

  private static String asOurs(String sentence) {
    return "datamarket: %s".formatted(sentence);
  }

  /** Reports what a command has thrown. */
  static int report(Exception thrown, CommandLine command, ParseResult parsed) {
    return report(thrown, command);
  }

  /**
   * Reports whatever was thrown, errors of Java's too.
   *
   * @return the exit code
   */
  static int report(Throwable thrown, CommandLine command) {
    Throwable failure = unwrapped(thrown);
    print(
        failure instanceof UserMistake several ? several.lines() : List.of(line(failure)), command);
    command.getErr().flush();
    return isMistake(failure) ? ExitCode.MISTAKE : ExitCode.FAULT;
  }

  /** Reports a mistake on the command line. */
  static int report(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    print(List.of(UsageMistake.line(mistake, List.of(arguments))), command);
    command.getErr().flush();
    return ExitCode.MISTAKE;
  }

  private static void print(List<String> lines, CommandLine command) {
    PrintWriter err = command.getErr();
    lines.stream().limit(MOST_LINES).forEach(line -> err.println(asOurs(Words.message(line))));
    if (lines.size() > MOST_LINES) {
      err.println(
          asOurs("and %s".formatted(Counted.of(lines.size() - MOST_LINES, "more mistake"))));
    }
  }

  /** Reports what ended a thread that nobody waits for. */
  static void report(Thread thread, Throwable thrown) {
    print(inOneLine(thrown));
  }

  /** What went wrong, in one line. */
  static String inOneLine(Throwable thrown) {
    return Words.oneLine(line(unwrapped(thrown)));
  }

  private static Throwable unwrapped(Throwable thrown) {
    boolean wraps =
        thrown instanceof UncheckedIOException
            || thrown instanceof InvocationTargetException
            || thrown instanceof ExecutionException
            || thrown instanceof ExceptionInInitializerError;
    return wraps && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
  }

  private static boolean isMistake(Throwable failure) {
    return failure instanceof UserMistake
        || failure instanceof InvalidPathException
        || failure instanceof AWTError
        || failure instanceof HeadlessException
        || (failure instanceof OutputException output && output.isUsersMistake());
  }

  private static String line(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof InvalidPathException name) {
      return "%s is no name of a file%s"
          .formatted(Words.quoted(name.getInput()), FileNames.remedy(name.getInput()));
    }
    if (failure instanceof AWTError || failure instanceof HeadlessException) {
      return "the display cannot be used: %s".formatted(message);
    }
    if (failure instanceof VirtualMachineError limit) {
      return MachineLimits.line(limit);
    }
    if (failure instanceof LinkageError missing) {
      return "a part of Java or of this program is missing or cannot be loaded, so install it anew: %s"
          .formatted(missing);
    }
    if (isMistake(failure)
        || failure instanceof OutputException
        || failure instanceof EngineException) {
      return message;
    }
    if (failure instanceof FileSystemException file) {
      return "%s: %s"
          .formatted(
              file.getFile(), Objects.requireNonNullElse(file.getReason(), "cannot be used"));
    }
    if (failure instanceof IOException) {
      return failure.getMessage() == null ? failure.toString() : message;
    }
    StackTraceElement where =
        failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : null;
    return "a defect of this program, please report it: %s at %s".formatted(failure, where);
  }
}
