package org.datamarket.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: one small class for each command. Results go to stdout, all else to stderr. */
@Command(
    name = "datamarket",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Secondary markets for mobile data: sellers auction what is left of their plans by progressive"
            + " second price auctions, and buyers bid by the opt-out strategy.",
    subcommands = {
      RunCommand.class,
      ClearCommand.class,
      ValidateCommand.class,
      GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, also when a market does not converge",
      "1:a defect, or a machine that cannot go on, such as a full disk",
      "2:a mistake in a file or on the command line",
      "130:stopped by Ctrl-C; what was written is kept"
    },
    footer = {"", "Example:", "  datamarket run models/quickstart.yaml"})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** The version, as the build says. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      try (InputStream in = Main.class.getResourceAsStream("/datamarket-version.properties")) {
        Properties properties = new Properties();
        properties.load(in);
        return new String[] {"datamarket " + properties.getProperty("version")};
      }
    }
  }

  /** Runs the command that the arguments name, and leaves with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(System.out);
    PrintStream err = utf8(System.err);
    System.setOut(out);
    System.setErr(err);
    int code = commandLine().execute(arguments);
    out.flush();
    if (out.checkError() && code == ExitCode.DONE) {
      err.println("datamarket: the results could not be written to standard output");
      code = ExitCode.FAULT;
    }
    System.exit(code);
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(Main::tellMistake)
        .setExecutionExceptionHandler(Faults::tell)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int tellMistake(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    String line = mistake.getMessage().lines().findFirst().orElse("");
    command.getErr().println("datamarket: " + line + hint(mistake, command));
    return ExitCode.MISTAKE;
  }

  private static String hint(ParameterException mistake, CommandLine command) {
    if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return "; did you mean \"" + unmatched.getSuggestions().get(0) + "\"?";
    }
    return "; see \"" + command.getCommandSpec().qualifiedName() + " --help\"";
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed: run, clear or validate");
  }
}
