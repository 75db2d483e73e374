package org.datamarket.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options at the tab key. */
@Command(
    name = "generate-completion",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLine.class,
    description = "Prints a script by which bash and zsh complete commands and options.",
    footer = {"", "Example:", "  source <(datamarket generate-completion)"})
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    System.out.println(AutoComplete.bash(root.getCommandName(), root));
    return ExitCode.DONE;
  }
}
