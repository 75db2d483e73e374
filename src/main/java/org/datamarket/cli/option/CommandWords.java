package org.datamarket.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was given. */
public final class CommandWords {
  private CommandWords() {}

  /** The program, the command and its arguments. */
  public static List<String> of(CommandSpec spec) {
    List<String> words = new ArrayList<>(List.of("datamarket"));
    words.addAll(spec.commandLine().getParseResult().originalArgs());
    return words;
  }
}
