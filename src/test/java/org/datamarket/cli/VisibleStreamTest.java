package org.datamarket.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.datamarket.document.Visible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text of a user acts on a terminal. */
class VisibleStreamTest {
  private static final String LETTERS =
      "ab \n\t\r\u0000\u001b\u007f\u0080\u009f\u00a0äß\u0618\u061c\u0600…€\u200d\u200e\u202a\u202e\u2028\u2066\u2069\u2070\ufeff";

  @TempDir private Path folder;

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
    byte[] broken = {'a', (byte) 0xe2, (byte) 0x80, 'b', (byte) 0xc2, '\n', (byte) 0xe2, (byte) 0xe2, 'c', (byte) 0xd8};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (VisibleStream stream = new VisibleStream(out)) {
      stream.write(broken);
    }
    assertThat(out.toByteArray()).isEqualTo(broken);
  }

  @Test
  void namesInTablesAndMessages_areShown() throws IOException {
    String model = Files.readString(Path.of("models/tuffin-ties.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("m.yaml"), model.replaceFirst("(?m)^name:.*", "name: \"evil\\\\u202elive\""));
    Shell.Outcome run = Shell.run("run", file, "--out", folder.resolve("out\u202ex"));
    assertThat(run.done()).contains("evil\\u202elive · seed", "/out\\u202ex").doesNotContain("\u202e");
    assertThat(Shell.run("run", file, "--json", "--out", folder.resolve("json")).out())
        .contains("evil\\u202elive")
        .doesNotContain("\u202e");
    assertThat(Shell.run("validate", folder.resolve("\u009b2J\u2066.yaml")).mistake())
        .contains("\\u009b2J\\u2066.yaml");
    assertThat(Shell.run("r\u202eun").mistake()).contains("r\\u202eun");
    assertThat(Shell.run("run", file, "--set", "a\u001b[31m=1").mistake()).contains("a\\u001b[31m");
  }
}
