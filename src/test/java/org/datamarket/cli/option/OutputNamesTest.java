package org.datamarket.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where results go when nobody has said where. */
class OutputNamesTest {
  @TempDir private Path folder;

  private Path chosen() {
    return OutputNames.ofStudy(folder.resolve("x-1"), folder.resolve("x-study-1"));
  }

  /** A model and a study may have one name. */
  @Test
  void studyOfTheNameOfARun_goesBesideIt() throws IOException {
    Files.createDirectory(folder.resolve("x-1"));
    Files.writeString(folder.resolve("x-1/summary.json"), "{}");
    assertThat(chosen()).isEqualTo(folder.resolve("x-study-1"));
  }

  @Test
  void studyThatIsThere_keepsItsPlace() throws IOException {
    assertThat(chosen()).isEqualTo(folder.resolve("x-1"));
    Files.createDirectory(folder.resolve("x-1"));
    Files.writeString(folder.resolve("x-1/study.yaml"), "format: 1");
    assertThat(chosen()).isEqualTo(folder.resolve("x-1"));
  }
}
