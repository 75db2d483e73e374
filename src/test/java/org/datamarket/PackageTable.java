package org.datamarket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of packages in {@code docs/architecture.md}.
 *
 * @param rows from the top of the house to its floor
 */
record PackageTable(List<Row> rows) {
  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z.]+)` \\| (.+?) \\| (.*?) ?\\| (MASON)? ?\\|");

  /**
   * A package.
   *
   * @param name below {@code org.datamarket}
   * @param what what lives there
   * @param never what must not be there; may be empty
   */
  record Row(String name, String what, String never, boolean knowsMason) {

    /** The documentation that the package has in the code. */
    String documentation() {
      String sentence = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
      return never.isEmpty() ? sentence + "." : "%s. Never: %s.".formatted(sentence, never);
    }
  }

  static PackageTable read() {
    try {
      return new PackageTable(
          Files.readAllLines(PAGE).stream()
              .map(PackageTable::row)
              .flatMap(Optional::stream)
              .toList());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Optional<Row> row(String line) {
    Matcher row = ROW.matcher(line);
    return row.matches()
        ? Optional.of(new Row(row.group(1), row.group(2), row.group(3), row.group(4) != null))
        : Optional.empty();
  }

  List<String> names() {
    return rows.stream().map(Row::name).toList();
  }
}
