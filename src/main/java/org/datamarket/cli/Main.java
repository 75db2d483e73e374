package org.datamarket.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.datamarket.cli.console.RememberingStream;
import org.datamarket.cli.option.Arguments;
import org.datamarket.document.FileNames;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.gui.Window;
import org.datamarket.io.Version;
import org.datamarket.study.sweep.Memory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line: one small class for each command. Results go to stdout, all else to stderr. */
@Command(
    name = "datamarket",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    description =
        "Secondary markets for mobile data: sellers auction what is left of their plans by"
            + " progressive second price auctions, and buyers bid by the opt-out strategy.",
    subcommands = {
      RunCommand.class,
      ExplainCommand.class,
      ClaimsCommand.class,
      SweepCommand.class,
      SensitivityCommand.class,
      MergeCommand.class,
      ReplayCommand.class,
      ClearCommand.class,
      CompareCommand.class,
      ReportCommand.class,
      ValidateCommand.class,
      GuiCommand.class,
      CompletionCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, also when a market does not converge",
      "1:a defect, a machine that cannot go on, such as a full disk, or a study without a run that"
          + " succeeded",
      "2:a mistake in a file or on the command line",
      "130:stopped by Ctrl-C; what was written is kept"
    },
    footer = {"", "Example:", "  datamarket run models/quickstart.yaml"})
public final class Main implements Runnable {
  private static final char LOST = '\ufffd';

  @Spec private CommandSpec spec;

  /** The line that {@code --version} prints. */
  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"datamarket %s".formatted(Version.number())};
    }
  }

  /**
   * Runs the command that the arguments name, and leaves with its exit code. Nothing that it writes
   * depends on the locale, and no display is touched unless a window is to be seen.
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    RememberingStream.Printer out =
        RememberingStream.on(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(out.stream());
    System.setErr(RememberingStream.on(new FileOutputStream(FileDescriptor.err)).stream());
    Thread.setDefaultUncaughtExceptionHandler(ErrorReport::report);
    CommandLine commandLine =
        commandLine()
            .setOut(new PrintWriter(out.own(), true, StandardCharsets.UTF_8))
            .setExecutionStrategy(Main::executeWithoutDisplay);
    int code = execute(commandLine, opensWindow(arguments) ? new String[] {"gui"} : arguments);
    Optional<String> failure = out.failure();
    if (failure.isPresent() && code == ExitCode.DONE) {
      ErrorReport.print("standard output cannot be written: %s".formatted(failure.get()));
      code = ExitCode.FAULT;
    }
    System.exit(code);
  }

  /** Who starts the program without a word, by a double click say, wants to see something. */
  private static boolean opensWindow(String[] arguments) {
    return arguments.length == 0 && Window.isPossible();
  }

  private static int executeWithoutDisplay(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    Object last = commands.get(commands.size() - 1).getCommand();
    if (!(last instanceof OpensWindow command && command.opensWindow())) {
      System.setProperty("java.awt.headless", "true");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Runs a command, and tells in one line of what it could not. */
  static int execute(CommandLine commandLine, String[] arguments) {
    try {
      for (String argument : arguments) {
        refuseIfLost(argument);
      }
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError failure) {
      Memory.waitForRoom();
      return ErrorReport.report(failure, commandLine);
    } catch (UserMistake | Error failure) {
      return ErrorReport.report(failure, commandLine);
    }
  }

  /**
   * Java puts U+FFFD where the locale has no letter for what was typed: what it was can no longer
   * be known.
   */
  private static void refuseIfLost(String argument) throws UserMistake {
    String remedy = argument.indexOf(LOST) < 0 ? "" : FileNames.remedy(argument);
    if (!remedy.isEmpty()) {
      throw new UserMistake(
          "the argument %s cannot be read%s".formatted(Words.quoted(argument), remedy));
    }
  }

  static CommandLine commandLine() {
    return Arguments.readBy(new CommandLine(new Main()))
        .setParameterExceptionHandler(ErrorReport::report)
        .setExecutionExceptionHandler(ErrorReport::report)
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is needed: run, explain, claims, sweep, sensitivity, merge, replay, report,"
            + " clear, compare, validate or gui");
  }
}
