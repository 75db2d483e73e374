package org.datamarket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages stay short, and are made fast, whatever users write. */
class WordsTest {
  @Test
  void shortened_keepsBothEndsOfALongText() {
    String text = "a".repeat(100_000) + "z".repeat(100_000);
    assertThat(Words.shortened(text)).hasSize(60).matches("a+…z+");
    assertThat(Words.shortened("a".repeat(60))).isEqualTo("a".repeat(60));
    assertThat(Words.shortened("a".repeat(61))).hasSize(60);
  }

  @Test
  void shortened_neverPartsASurrogatePair() {
    for (int length = 25; length < 200; length++) {
      String shown = Words.shortened("x".repeat(length % 2) + "🂡".repeat(length));
      assertThat(shown).matches("x?(🂡)+(…(🂡)+)?").hasSizeLessThanOrEqualTo(60);
    }
  }

  @Test
  void message_hasAtMost380Characters_whereverItIsLong() {
    String path = "/" + "folder/".repeat(500) + "m.yaml";
    Mistake mistake =
        new Mistake(new Position.InText(path, 3, 1), "unknown key \"x\"; expected name");
    assertThat(mistake.getMessage()).hasSize(380).startsWith("/folder/").endsWith("expected name");
  }

  @Test
  void longList_losesWholeNamesFromItsMiddle() {
    List<String> names = IntStream.range(0, 100).mapToObj(k -> "name" + k).toList();
    assertThat(Words.oneOf(names))
        .startsWith("name0, name1, ")
        .contains(", …, name")
        .endsWith("name98 or name99")
        .hasSizeLessThan(260);
    assertThat(Words.oneOf(names.subList(0, 20))).doesNotContain("…");
    assertThat(Words.oneOf(List.of("a".repeat(400), "b"))).startsWith("…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "e", "e+", ".x", "e5x", ".5.5", " "})
  void number_isToldFromTextInLinearTime(String end) {
    for (String digits : List.of("1", "0", "9.")) {
      String text = digits.repeat(1_000_000 / digits.length()) + end;
      assertTimeoutPreemptively(
          Duration.ofSeconds(2), () -> assertThat(Numbers.isDecimal(text)).isFalse());
    }
  }

  @Test
  void number_formsOfIt() {
    for (String yes : List.of("0", "-1", "+1.", ".5", "1.5", "1e5", "1.e-5", "-.5E+05", "007")) {
      assertThat(Numbers.isDecimal(yes)).as(yes).isTrue();
    }
    for (String no : List.of("", "-", ".", "e5", "1e", "1e+", "1.5.5", "--1", "1 ", "0x1", "1_0")) {
      assertThat(Numbers.isDecimal(no)).as(no).isFalse();
    }
  }

  @Test
  void number_ofMoreThanAThousandCharactersIsRefused() {
    Node digits = Node.plain("1".repeat(200_001));
    Mistake mistake =
        catchThrowableOfType(Mistake.class, () -> Numbers.number("epsilon", digits, "a number"));
    assertThat(mistake.what())
        .contains("1…1", "(200001 characters; a number has at most 1000); expected a number")
        .hasSizeLessThan(200);
    assertThat(Numbers.number("x", Node.plain("0." + "3".repeat(900)), "a number"))
        .isEqualTo(1 / 3.0);
  }
}
