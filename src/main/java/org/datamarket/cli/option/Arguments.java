package org.datamarket.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.datamarket.document.FileNames;
import org.datamarket.document.Words;
import org.datamarket.market.TieRule;
import org.datamarket.study.Shard;
import org.datamarket.study.sweep.OnError;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** What the words of a command line stand for, and what is said of those that stand for nothing. */
public final class Arguments {
  private Arguments() {}

  /** Lets a command line read its arguments so. */
  public static CommandLine readBy(CommandLine command) {
    return command
        .registerConverter(Long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE))
        .registerConverter(Integer.class, text -> (int) whole(text, 1, Integer.MAX_VALUE))
        .registerConverter(Path.class, Arguments::path)
        .registerConverter(TieRule.class, Arguments::ties)
        .registerConverter(
            Shard.class,
            text ->
                orMistake(Shard.of(text), text, "a part of all, such as 1/3 for the first of 3"))
        .registerConverter(
            OnError.class,
            text ->
                orMistake(OnError.of(text), text, "continue, stop, or retry:K such as retry:2"));
  }

  private static long whole(String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // reported below
    }
    throw new TypeConversionException(
        "%s; expected a whole number from %s to %s".formatted(Words.quoted(text), least, most));
  }

  private static <T> T orMistake(Optional<T> value, String text, String expected) {
    return value.orElseThrow(
        () ->
            new TypeConversionException("%s; expected %s".formatted(Words.quoted(text), expected)));
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("\"\"; expected the name of a file or folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException unusable) {
      throw new TypeConversionException(
          "%s%s; expected the name of a file or folder"
              .formatted(Words.quoted(text), FileNames.remedy(text)));
    }
  }

  private static TieRule ties(String text) {
    return Arrays.stream(TieRule.values())
        .filter(rule -> rule.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "%s; expected %s".formatted(Words.quoted(text), Words.oneOf(new TieRules()))));
  }

  /** The tie rules by name, for help and completion. */
  public static final class TieRules extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    /** All of them. */
    public TieRules() {
      super(
          List.of(TieRule.values()).stream()
              .map(rule -> rule.name().toLowerCase(Locale.ROOT))
              .toList());
    }
  }
}
