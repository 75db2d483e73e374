package org.datamarket.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A mistake on the command line in one line: the first word that is wrong, and the nearest right
 * one. An unknown option is named even where the parser stumbled over something else, for what
 * follows it is often its value.
 */
final class UsageMistake {
  private final ParameterException mistake;
  private final CommandSpec command;

  private UsageMistake(ParameterException mistake) {
    this.mistake = mistake;
    this.command = mistake.getCommandLine().getCommandSpec();
  }

  /** The mistake that was made with some arguments, in one line. */
  static String line(ParameterException mistake, List<String> arguments) {
    return new UsageMistake(mistake).line(arguments);
  }

  /** The mistake of giving two arguments of which only one makes sense. */
  static ParameterException both(CommandSpec command, String one, String other) {
    return new ParameterException(
        command.commandLine(),
        "%s and %s are given both; expected one of them".formatted(one, other));
  }

  /**
   * Refuses options that mean nothing beside something else.
   *
   * @param which of the options that were given, by their longest names
   */
  static void refuse(CommandSpec command, Predicate<String> which, String beside)
      throws UserMistake {
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      if (which.test(option.longestName())) {
        throw new UserMistake(
            "%s means nothing beside %s; expected it without"
                .formatted(option.longestName(), beside));
      }
    }
  }

  private String line(List<String> arguments) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      List<String> words = unmatched.getUnmatched();
      return unknownOption(words).orElseGet(() -> unknownWord(words.get(0)));
    }
    if (mistake instanceof MissingParameterException) {
      return unknownOption(unvalued(arguments)).orElseGet(() -> parsers());
    }
    if (mistake instanceof OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return "%s is given twice%s".formatted(option.longestName(), help());
    }
    return parsers();
  }

  private String parsers() {
    String message = mistake.getMessage().replace("Invalid value for option", "invalid value for");
    boolean sentence = message.length() > 1 && Character.isLowerCase(message.charAt(1));
    String begun =
        sentence ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
    return Words.oneLine(begun) + help();
  }

  private Optional<String> unknownOption(List<String> words) {
    return words.stream()
        .filter(word -> word.length() > 1 && word.startsWith("-"))
        .map(word -> word.startsWith("--") ? word.replaceFirst("=.*", "") : word)
        .filter(word -> !command.optionsMap().containsKey(word))
        .findFirst()
        .map(word -> unknown("option", word, likely(word)));
  }

  /** What may have been meant by an option: of a single letter, a long one that begins with it. */
  private String likely(String word) {
    List<String> options =
        command.optionsMap().keySet().stream().filter(option -> option.startsWith("--")).toList();
    return word.length() > 2
        ? Words.didYouMean(word, options)
        : options.stream()
            .filter(option -> option.startsWith("-" + word))
            .findFirst()
            .map(option -> "; did you mean %s?".formatted(Words.quoted(option)))
            .orElse("");
  }

  private String unknownWord(String word) {
    return command.subcommands().isEmpty()
        ? "unexpected argument %s%s".formatted(Words.quoted(word), help())
        : unknown("command", word, Words.didYouMean(word, command.subcommands().keySet()));
  }

  private String unknown(String what, String word, String nearest) {
    return "unknown %s %s%s"
        .formatted(what, Words.quoted(word), nearest.isEmpty() ? help() : nearest);
  }

  private String help() {
    return "; see \"%s --help\"".formatted(command.qualifiedName());
  }

  /** The arguments without the values of options, up to "--". */
  private List<String> unvalued(List<String> arguments) {
    List<String> words = new ArrayList<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("--")) {
        return words;
      }
      words.add(word);
      OptionSpec option = command.optionsMap().get(word);
      if (option != null && option.arity().min() > 0 && rest.hasNext()) {
        rest.next();
      }
    }
    return words;
  }
}
