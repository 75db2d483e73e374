package org.datamarket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of packages is the code's: every package has a row, and says the same of itself. */
class PackageTableTest {
  private static final Path SOURCES = Path.of("src/main/java/org/datamarket");

  static List<PackageTable.Row> rows() {
    return PackageTable.read().rows();
  }

  @Test
  void everyPackage_hasOneRow() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
              .distinct()
              .toList();
      assertThat(PackageTable.read().names()).containsExactlyInAnyOrderElementsOf(packages);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void rowOfThePage_isThePackagesDocumentation(PackageTable.Row row) throws IOException {
    Path file = SOURCES.resolve(row.name().replace('.', '/')).resolve("package-info.java");
    String documentation =
        Files.readString(file)
            .replaceAll("(?s)^.*?/\\*\\*(.*?)\\*/.*$", "$1")
            .replaceAll("\\s*\\n \\* ?", " ")
            .replaceAll("\\{@code ([^}]*)}", "`$1`")
            .replaceAll("\\s+", " ")
            .strip();
    assertThat(documentation).isEqualTo(row.documentation());
  }
}
