package org.datamarket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Text whose hidden characters are shown. */
class VisibleTest {
  @Test
  void hiddenCharacters_areShownByTheirNumbers() {
    assertThat(Visible.of("\u001b[2J")).isEqualTo("\\u001b[2J");
    assertThat(Visible.of("a\u202eb\u2069\u061c\u009b1m\u007f\r"))
        .isEqualTo("a\\u202eb\\u2069\\u061c\\u009b1m\\u007f\\u000d");
  }

  @Test
  void otherText_staysAsItIs() {
    String text = "Düsseldorf\t名前 👩‍👩‍👧 שלום\n";
    assertThat(Visible.of(text)).isSameAs(text);
  }

  @Test
  void everyControlCharacterAndDirectionIsHidden_andNothingElse() {
    int[] hidden =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Visible::isHidden).toArray();
    assertThat(hidden).hasSize(30 + 1 + 32 + 2 + 3 + 5 + 4);
    assertThat(IntStream.of(hidden))
        .allSatisfy(
            c ->
                assertThat(Character.getType((int) c))
                    .isIn(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR));
  }

  @Test
  void oneLine_breaksBecomeSpaces() {
    assertThat(Words.oneLine(" a\r\n\tb\u2028\u0085c\u001b[31m ")).isEqualTo("a b c\\u001b[31m");
  }

  @Test
  void shortened_isAsShortWhateverItShows() {
    assertThat(Words.shortened("\u202e".repeat(500))).hasSizeLessThanOrEqualTo(60);
  }
}
