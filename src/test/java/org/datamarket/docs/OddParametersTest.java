package org.datamarket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.datamarket.document.type.Parameter;
import org.datamarket.model.format.ModelSchema;
import org.junit.jupiter.api.Test;

/** The parameter table of the ODD description is made from the code's own descriptions. */
class OddParametersTest {
  private static final Path PAGE = Path.of("docs/odd.md");
  private static final String BEGIN = "<!-- parameters:begin -->\n";
  private static final String END = "<!-- parameters:end -->\n";
  private static final String HEADER =
      "| parameter | type | unit | default | range | meaning |\n|---|---|---|---|---|---|\n";

  /** With -Dupdate.docs=true the table is written anew instead. */
  @Test
  void parameterTable_isMadeFromTheCode() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin)
        .as("%s before %s in %s", BEGIN.strip(), END.strip(), PAGE)
        .isBetween(BEGIN.length(), end);
    if (Boolean.getBoolean("update.docs")) {
      page = page.substring(0, begin) + table() + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf(END);
    }
    assertThat(page.substring(begin, end))
        .as(
            "the table in %s; mvn test -Dtest=OddParametersTest -Dupdate.docs=true writes it anew",
            PAGE)
        .isEqualTo(table());
  }

  @Test
  void everyParameter_isDescribed() {
    assertThat(ModelSchema.parameters())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            parameter -> {
              assertThat(parameter.description()).as(parameter.path()).endsWith(".");
              assertThat(parameter.type()).as(parameter.path()).isNotBlank();
              assertThat(parameter.defaultValue()).as(parameter.path()).isNotBlank();
            });
  }

  private static String table() {
    return ModelSchema.parameters().stream()
        .map(OddParametersTest::row)
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String row(Parameter parameter) {
    return String.join(
        " | ",
        "| `" + parameter.path() + "`",
        cell(parameter.type()),
        cell(parameter.unit()),
        cell(parameter.defaultValue()),
        cell(parameter.range()),
        cell(parameter.description()) + " |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("\n", " ");
  }
}
