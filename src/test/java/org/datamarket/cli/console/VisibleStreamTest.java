package org.datamarket.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.datamarket.document.Visible;
import org.junit.jupiter.api.Test;

/** No text of a user acts on a terminal. */
class VisibleStreamTest {
  private static final String LETTERS =
      "ab \n"
          + "\t\r"
          + "\u0000\u001b\u007f\u0080\u009f\u00a0äß\u0618\u061c\u0600…€\u200d\u200e\u202a\u202e\u2028\u2066\u2069\u2070\ufeff";

  private static String shown(byte[] bytes, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (VisibleStream stream = new VisibleStream(out)) {
      for (int from = 0; from < bytes.length; ) {
        int length = Math.min(1 + random.nextInt(5), bytes.length - from);
        if (length == 1) {
          stream.write(bytes[from]);
        } else {
          stream.write(bytes, from, length);
        }
        stream.flush();
        from += length;
      }
    }
    return out.toString(UTF_8);
  }

  @Test
  void anyText_inAnyPieces_isShownAsTheWholeTextIs() throws IOException {
    Random random = new Random(5);
    for (int k = 0; k < 20_000; k++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(
            random.nextInt(9) == 0 ? "🎲" : LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      String expected = Visible.of(text.toString()).replace("\\u000d\n", "\r\n");
      assertThat(shown(text.toString().getBytes(UTF_8), random)).isEqualTo(expected);
    }
  }

  @Test
  void brokenText_losesNoByteThatIsNotHidden() throws IOException {
    byte[] broken = {
      'a',
      (byte) 0xe2,
      (byte) 0x80,
      'b',
      (byte) 0xc2,
      '\n',
      (byte) 0xe2,
      (byte) 0xe2,
      'c',
      (byte) 0xd8
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (VisibleStream stream = new VisibleStream(out)) {
      stream.write(broken);
    }
    assertThat(out.toByteArray()).isEqualTo(broken);
  }
}
