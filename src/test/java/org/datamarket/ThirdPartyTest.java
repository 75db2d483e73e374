package org.datamarket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code THIRD-PARTY.md} lists exactly the libraries that the runnable jar contains. */
class ThirdPartyTest {
  private static final Pattern ROW = Pattern.compile("\\| `[^:`]+:([^`]+)` \\| (\\S+) \\|.*");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  /** Libraries that only tests use: on the class path here, but not in the jar. */
  private static final Pattern TESTING =
      Pattern.compile(
          "(junit|opentest4j|apiguardian|assertj|byte-buddy|archunit"
              + "|json-schema-validator|itu|jackson-dataformat-yaml|slf4j-api|logback).*");

  @Test
  void table_namesTheRuntimeLibrariesAndTheirVersions() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("THIRD-PARTY.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        listed.add(row.group(1) + "-" + row.group(2) + ".jar");
      }
    }

    Set<String> used =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).getFileName().toString())
            .filter(name -> name.endsWith(".jar") && !TESTING.matcher(name).matches())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(used);
  }

  @Test
  void links_leadToTexts() throws IOException {
    Matcher link = LINK.matcher(Files.readString(Path.of("THIRD-PARTY.md")));
    assertThat(link.results().map(result -> Path.of(result.group(1))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).exists());
  }
}
