package org.datamarket.cli;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.datamarket.document.FileNames;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.output.folder.OutputException;
import org.datamarket.study.sweep.Engine.EngineException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line, and whose fault it is by the exit code. */
final class Faults {
  private static final int MOST_LINES = 20;

  private Faults() {}

  static int tell(Exception thrown, CommandLine command, ParseResult parsed) {
    return tell(thrown, command);
  }

  /** Tells of whatever was thrown, errors of Java's too. */
  static int tell(Throwable thrown, CommandLine command) {
    Throwable failure = unwrapped(thrown);
    if (failure instanceof UserMistake several) {
      tell(several.lines(), command);
    } else {
      tell(List.of(String.valueOf(line(failure))), command);
    }
    command.getErr().flush();
    return isMistake(failure) ? ExitCode.MISTAKE : ExitCode.FAULT;
  }

  private static void tell(List<String> lines, CommandLine command) {
    for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      command.getErr().println("datamarket: " + Words.message(line));
    }
    if (lines.size() > MOST_LINES) {
      int more = lines.size() - MOST_LINES;
      command
          .getErr()
          .println("datamarket: and " + more + " more mistake" + (more == 1 ? "" : "s"));
    }
  }

  /** Tells of what ended a thread that nobody waits for. */
  static void tellOf(Thread thread, Throwable thrown) {
    System.err.println("datamarket: " + inOneLine(thrown));
  }

  /** What went wrong, in one line. */
  static String inOneLine(Throwable thrown) {
    return Words.oneLine(String.valueOf(line(unwrapped(thrown))));
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
        || failure instanceof UserMistake
        || failure instanceof UserMistake
        || (failure instanceof OutputException output && output.isUsersMistake());
  }

  private static String line(Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof InvalidPathException name) {
      return "%s is no name of a file%s".formatted(Words.quoted(name.getInput()), FileNames.remedy(name.getInput()));
    }
    if (failure instanceof AWTError || failure instanceof HeadlessException) {
      return "the display cannot be used: " + message;
    }
    if (failure instanceof VirtualMachineError limit) {
      return MachineLimits.line(limit);
    }
    if (failure instanceof LinkageError missing) {
      return "a part of Java or of this program is missing or cannot be loaded, so install it anew: " + missing;
    }
    if (isMistake(failure)
        || failure instanceof OutputException
        || failure instanceof EngineException) {
      return message;
    }
    if (failure instanceof FileSystemException file) {
      return file.getFile() + ": " + (file.getReason() == null ? "cannot be used" : file.getReason());
    }
    if (failure instanceof IOException) {
      return message == null ? failure.toString() : message;
    }
    StackTraceElement where = failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : null;
    return "a defect of this program, please report it: " + failure + " at " + where;
  }
}
