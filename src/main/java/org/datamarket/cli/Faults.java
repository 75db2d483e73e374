package org.datamarket.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.datamarket.model.ModelException;
import org.datamarket.model.source.Words;
import org.datamarket.output.OutputException;
import org.datamarket.simulation.Checkpoint;
import org.datamarket.study.Engine.EngineException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line, and whose fault it is by the exit code. */
final class Faults {
  private static final int MOST_LINES = 20;

  private Faults() {}

  static int tell(Exception thrown, CommandLine command, ParseResult parsed) {
    Exception failure = thrown instanceof UncheckedIOException of ? of.getCause() : thrown;
    if (failure instanceof ModelException several) {
      tell(several.mistakes(), command);
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

  private static boolean isMistake(Exception failure) {
    return failure instanceof ModelException
        || failure instanceof Mistake
        || failure instanceof Checkpoint.UnusableException
        || (failure instanceof OutputException output && output.isUsersMistake());
  }

  private static String line(Exception failure) {
    String message = failure.getMessage();
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
