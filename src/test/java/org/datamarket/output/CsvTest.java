package org.datamarket.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell is a formula to a spreadsheet, and every text is had again. */
class CsvTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+49 176 1",
        "-",
        "-x",
        "@me",
        "\t=1",
        "\r=1",
        "'=1",
        "''-a"
      })
  void formula_isMarked(String text) {
    assertThat(Csv.marked(text)).isEqualTo("'" + text);
    assertThat(Csv.unmarked("'" + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ada",
        "-1",
        "+4917612345",
        "-1.5E-7",
        "'",
        "'Ada",
        "O'Neill",
        "a=b",
        " =1",
        "buyer-1"
      })
  void anythingElse_staysAsItIs(String text) {
    assertThat(Csv.marked(text)).isEqualTo(text);
    assertThat(Csv.unmarked(text)).isEqualTo(text);
  }

  @Test
  void everyText_hasACellOfItsOwn_fromWhichItIsHadAgain() {
    Random random = new Random(7);
    Map<String, String> texts = new HashMap<>();
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(5); k > 0; k--) {
        text.append("''=+-@\t\r1.ea".charAt(random.nextInt(12)));
      }
      String cell = Csv.marked(text.toString());
      assertThat(Csv.unmarked(cell)).isEqualTo(text.toString());
      assertThat(texts.put(cell, text.toString())).isIn(null, text.toString());
      assertThat(cell)
          .satisfiesAnyOf(
              c -> assertThat(c).doesNotMatch("(?s)[=+@\t\r-].*"), c -> Double.parseDouble(c));
    }
  }

  @Test
  void table_isMarkedFromItsHeaderOn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Csv csv = new Csv(out)) {
      csv.write(List.of("=a", "b"));
      csv.write(List.of("-1", "x,\"y\""));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("'=a,b\n-1,\"x,\"\"y\"\"\"\n");
  }
}
