package org.datamarket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users name is seen, and does not act on their terminal. */
class VisibleTextTest {
  @TempDir private Path folder;

  @Test
  void namesInTablesAndMessages_areShown() throws IOException {
    String model = Files.readString(Path.of("models/tuffin-ties.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("m.yaml"),
            model.replaceFirst("(?m)^name:.*", "name: \"evil\\\\u202elive\""));
    Shell.Outcome run = Shell.run("run", file, "--out", folder.resolve("out\u202ex"));
    assertThat(run.done())
        .contains("evil\\u202elive · seed", "/out\\u202ex")
        .doesNotContain("\u202e");
    assertThat(Shell.run("run", file, "--json", "--out", folder.resolve("json")).out())
        .contains("evil\\u202elive")
        .doesNotContain("\u202e");
    assertThat(Shell.run("validate", folder.resolve("\u009b2J\u2066.yaml")).mistake())
        .contains("\\u009b2J\\u2066.yaml");
    assertThat(Shell.run("r\u202eun").mistake()).contains("r\\u202eun");
    assertThat(Shell.run("run", file, "--set", "a\u001b[31m=1").mistake()).contains("a\\u001b[31m");
  }
}
