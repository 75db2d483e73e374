package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ids and names that a spreadsheet would take for formulas are marked in every table, and known
 * again.
 */
class FormulaCellsTest {
  private static final String MODEL =
      """
      format: 1
      name: "=NOW()"
      sellers: [{id: "@shop", quantity: 5}]
      buyers:
        - {id: "=1+1", demand: 3, valuation: {kind: linear, unit-value: 4}}
        - {id: "-1", demand: 3, valuation: {kind: linear, unit-value: 3}}
        - {id: "+4917612345", demand: 3, valuation: {kind: linear, unit-value: 2}}
        - {id: "+49 176", demand: 3, valuation: {kind: linear, unit-value: 1}}
      """;

  @TempDir private Path folder;

  private static List<String> first(Path table) throws IOException {
    return Files.readAllLines(table).stream().skip(1).map(line -> line.split(",")[0]).toList();
  }

  private void assertNoFormulas(Path out) throws IOException {
    try (Stream<Path> all = Files.list(out)) {
      for (Path table : all.filter(file -> file.toString().endsWith(".csv")).toList()) {
        for (String line : Files.readAllLines(table)) {
          for (String cell : line.split(",")) {
            assertThat(cell)
                .as(table + ": " + line)
                .satisfiesAnyOf(
                    text -> assertThat(text).doesNotMatch("[=+@-].*"), Double::parseDouble);
          }
        }
      }
    }
  }

  @Test
  void run() throws Exception {
    Path model = Files.writeString(folder.resolve("m.yaml"), MODEL);
    Path out = folder.resolve("out");
    Shell.run("run", model, "--out", out, "--quiet", "--trace", "--no-report").done();
    assertThat(first(out.resolve("buyers.csv")))
        .containsExactly("'=1+1", "-1", "+4917612345", "'+49 176");
    assertThat(first(out.resolve("sellers.csv"))).containsExactly("'@shop");
    assertNoFormulas(out);

    Shell.run("report", out);
    assertThat(out.resolve("report.html"))
        .content()
        .contains("\"=1+1\"", "\"@shop\"")
        .doesNotContain("\"'=1+1\"");

    Path again = folder.resolve("again");
    Shell.run("run", out.resolve("model.yaml"), "--out", again, "--quiet", "--no-report").done();
    assertThat(again.resolve("buyers.csv")).hasSameBinaryContentAs(out.resolve("buyers.csv"));
  }

  @Test
  void study() throws Exception {
    Files.writeString(folder.resolve("m.yaml"), MODEL);
    Path study =
        Files.writeString(
            folder.resolve("s.yaml"),
            "format: 1\n"
                + "model: m.yaml\n"
                + "factors: {\"buyers[0].id\": [\"=A1\", \"'=A1\", plain]}\n"
                + "measures: [welfare]\n");
    Path out = folder.resolve("study");
    Shell.run("sweep", study, "--out", out, "--quiet").done();
    assertThat(out.resolve("runs.csv")).content().contains(",'=A1,", ",''=A1,", ",plain,");
    assertNoFormulas(out);
    assertThat(out.resolve("report.html"))
        .content()
        .contains("\"=A1\"", "\"'=A1\"")
        .doesNotContain("\"''=A1\"");
    assertThat(Shell.run("report", out).exit()).isZero();
    assertThat(Shell.run("sweep", study, "--out", out, "--quiet", "--resume").exit()).isZero();
  }
}
